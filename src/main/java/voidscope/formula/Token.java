package voidscope.formula;

/// A word of a formula.
///
/// @param kind what it is
/// @param text as it counts: without subscripts, a sign in its plain form
/// @param at character at which it begins, counted from 0
record Token(Kind kind, String text, int at) {
  /// Kinds of words.
  enum Kind {
    NUMBER,
    NAME,
    SIGN,
    END
  }

  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  /// What messages call it.
  String shown() {
    return kind == Kind.END ? "the end" : "“" + text + "”";
  }
}
