package voidscope.chart.export;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Texts of figures and tables as LaTeX writes them, with the fonts that every TeX has: Greek,
/// marks and signs of mathematics, and `_`, which makes the next sign a subscript.
public final class TexText {
  private static final String UNKNOWN = "?";
  private static final String LETTERS =
      "α alpha β beta γ gamma δ delta ε varepsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda"
          + " μ mu ν nu ξ xi π pi ρ rho σ sigma τ tau υ upsilon φ varphi ϕ phi χ chi ψ psi ω omega"
          + " Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Φ Phi Ψ Psi Ω Omega µ mu";
  private static final String SIGNS =
      "∂ partial ∇ nabla · cdot × times → rightarrow ← leftarrow ↑ uparrow ↓ downarrow ∞ infty ≈"
          + " approx ≤ le ≥ ge ≠ ne ± pm ′ ^\\prime ‖ | ∈ in √ surd ✓ surd ∑ sum ∫ int ∝ propto ∼"
          + " sim ⁺ ^+ ⁻ ^- ⋯ cdots ∘ circ ⊙ odot ∗ ast ℓ ell";
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉";
  private static final Map<Integer, String> MATHS = maths();
  private static final Map<Integer, String> WORDS = words();
  private static final Map<Integer, String> MARKS =
      Map.of(0x303, "tilde", 0x302, "hat", 0x304, "bar", 0x307, "dot", 0x308, "ddot");

  private final StringBuilder out = new StringBuilder();
  private final Set<String> unknown = new LinkedHashSet<>();

  public TexText() {}

  /// A text in LaTeX's words. What it has none for is a question mark, and is kept for [#unknown].
  public String of(String text) {
    out.setLength(0);
    int[] codes = Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().toArray();
    boolean below = false;
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] == '_' && i + 1 < codes.length && !below) {
        below = true;
        continue;
      }
      StringBuilder sign = new StringBuilder(sign(codes[i]));
      while (i + 1 < codes.length
          && Character.getType(codes[i + 1]) == Character.NON_SPACING_MARK) {
        i++;
        sign = marked(sign, codes[i - 1], codes[i]);
      }
      out.append(below ? "$_{" + unwrapped(sign.toString()) + "}$" : sign);
      below = false;
    }
    return out.toString();
  }

  /// The signs of all texts so far for which LaTeX has no words here.
  public Set<String> unknown() {
    return unknown;
  }

  private StringBuilder marked(StringBuilder sign, int base, int mark) {
    String name = MARKS.get(mark);
    if (name != null && (name.equals("tilde") || name.equals("hat") || sign.charAt(0) == '$')) {
      return new StringBuilder("$\\" + name + "{" + unwrapped(sign.toString()) + "}$");
    }
    String whole =
        Normalizer.normalize(
            Character.toString(base) + Character.toString(mark), Normalizer.Form.NFC);
    if (whole.codePointCount(0, whole.length()) == 1 && whole.codePointAt(0) < 0x180) {
      return new StringBuilder(whole);
    }
    unknown.add(whole);
    return sign;
  }

  private static String unwrapped(String maths) {
    return maths.startsWith("$") ? maths.substring(1, maths.length() - 1) : maths;
  }

  private String sign(int code) {
    String maths = MATHS.get(code);
    if (maths != null) {
      return "$" + maths + "$";
    }
    String words = WORDS.get(code);
    if (words != null) {
      return words;
    }
    String plain = Character.toString(code);
    if ((code >= ' ' && code < 0x7f) || (code >= 0xc0 && code < 0x180)) {
      return plain;
    }
    unknown.add(plain);
    return UNKNOWN;
  }

  private static Map<Integer, String> maths() {
    Map<Integer, String> maths = new HashMap<>();
    String[] pairs = (LETTERS + " " + SIGNS).split(" ", -1);
    for (int i = 0; i + 1 < pairs.length; i += 2) {
      String name = pairs[i + 1];
      maths.put(pairs[i].codePointAt(0), name.startsWith("^") ? name : "\\" + name + " ");
    }
    for (int digit = 0; digit < 10; digit++) {
      maths.put((int) RAISED.charAt(digit), "^" + digit);
      maths.put((int) LOWERED.charAt(digit), "_" + digit);
    }
    maths.put((int) '−', "-");
    maths.put((int) '<', "<");
    maths.put((int) '>', ">");
    maths.put((int) '|', "|");
    maths.put((int) '½', "\\frac{1}{2}");
    maths.put((int) '¼', "\\frac{1}{4}");
    return maths;
  }

  private static Map<Integer, String> words() {
    Map<Integer, String> words = new HashMap<>();
    for (char special : "#$%&_{}".toCharArray()) {
      words.put((int) special, "\\" + special);
    }
    words.put((int) '\\', "\\textbackslash{}");
    words.put((int) '~', "\\textasciitilde{}");
    words.put((int) '^', "\\textasciicircum{}");
    words.put((int) '"', "''");
    words.put((int) '“', "``");
    words.put((int) '”', "''");
    words.put((int) '‘', "`");
    words.put((int) '’', "'");
    words.put((int) '–', "--");
    words.put((int) '—', "---");
    words.put((int) '…', "\\ldots{}");
    words.put(0xa0, "~");
    words.put(0x2009, "\\,");
    words.put(0x202f, "\\,");
    return words;
  }
}
