package voidscope.formula;

import java.util.ArrayList;
import java.util.List;

/// Cuts a text into its words. Signs of print count as those of the keyboard: − · × ÷ ≤ ≥ ≠, b₁ is
/// b1, x² is x^2, π is pi and σ is sigmoid.
final class Scanner {
  private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final String SIGNS = "+-*/^(),";

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Scanner(String text) {
    this.text = text;
  }

  /// The words of a text, the last one its end.
  static List<Token> scan(String text) throws FormulaException {
    Scanner scanner = new Scanner(text);
    scanner.scan();
    return scanner.tokens;
  }

  private void scan() throws FormulaException {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        at++;
      } else if (digit(c) || c == '.') {
        number();
      } else if (letter(c)) {
        name();
      } else if (SUPERSCRIPTS.indexOf(c) >= 0) {
        exponent();
      } else {
        sign(c);
      }
    }
    tokens.add(new Token(Token.Kind.END, "", text.length()));
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean letter(char c) {
    return latin(c) || c == 'π' || c == 'σ' || c == '√';
  }

  private static boolean latin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private void digits() {
    while (at < text.length() && digit(text.charAt(at))) {
      at++;
    }
  }

  private void number() throws FormulaException {
    int from = at;
    digits();
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      digits();
    }
    if (at - from == 1 && text.charAt(from) == '.') {
      throw new FormulaException(from, "a digit beside the point", "“.”");
    }
    int mark = at;
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (at < text.length() && "+-−".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      int power = at;
      digits();
      at = at == power ? mark : at;
    }
    String shown = text.substring(from, at).replace('−', '-');
    if (!Double.isFinite(Double.parseDouble(shown))) {
      throw new FormulaException(from, "a number below 1.8e308", "“" + shown + "”");
    }
    tokens.add(new Token(Token.Kind.NUMBER, shown, from));
  }

  private void name() {
    int from = at;
    char first = text.charAt(at);
    at++;
    switch (first) {
      case 'π' -> put(Token.Kind.NAME, "pi", from);
      case 'σ' -> put(Token.Kind.NAME, "sigmoid", from);
      case '√' -> put(Token.Kind.NAME, "sqrt", from);
      default -> {
        StringBuilder name = new StringBuilder().append(first);
        while (at < text.length() && within(text.charAt(at))) {
          int subscript = SUBSCRIPTS.indexOf(text.charAt(at));
          name.append(subscript < 0 ? text.charAt(at) : (char) ('0' + subscript));
          at++;
        }
        put(Token.Kind.NAME, name.toString(), from);
      }
    }
  }

  private static boolean within(char c) {
    return digit(c) || latin(c) || SUBSCRIPTS.indexOf(c) >= 0;
  }

  private void exponent() {
    int from = at;
    StringBuilder digits = new StringBuilder();
    while (at < text.length() && SUPERSCRIPTS.indexOf(text.charAt(at)) >= 0) {
      digits.append(SUPERSCRIPTS.indexOf(text.charAt(at)));
      at++;
    }
    put(Token.Kind.SIGN, "^", from);
    put(Token.Kind.NUMBER, digits.toString(), from);
  }

  private void sign(char c) throws FormulaException {
    int from = at;
    at++;
    boolean equals = at < text.length() && text.charAt(at) == '=';
    String plain =
        switch (c) {
          case '−', '–' -> "-";
          case '·', '×' -> "*";
          case '÷' -> "/";
          case '≤' -> "<=";
          case '≥' -> ">=";
          case '≠' -> "!=";
          case '<', '>' -> equals ? c + "=" : String.valueOf(c);
          case '=' -> "=";
          case '!' -> equals ? "!=" : "";
          default -> SIGNS.indexOf(c) >= 0 ? String.valueOf(c) : "";
        };
    if (plain.isEmpty()) {
      String shown = new String(Character.toChars(text.codePointAt(from)));
      throw new FormulaException(
          from, "a number, a name or a sign of arithmetic", "“" + shown + "”");
    }
    if (equals && "<>=!".indexOf(c) >= 0) {
      at++;
    }
    put(Token.Kind.SIGN, plain, from);
  }

  private void put(Token.Kind kind, String word, int from) {
    tokens.add(new Token(kind, word, from));
  }
}
