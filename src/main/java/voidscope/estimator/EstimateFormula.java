package voidscope.estimator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An estimate ĝ in one line, in pieces that say which terms they are part of.
///
/// @param terms what the estimate is the sum of, as [Pass#terms]; empty where it has one term only
/// @param pieces from left to right
public record EstimateFormula(List<Term> terms, List<Piece> pieces) {
  /// What a single draw has of a piece, beside the terms.
  public enum Factor {
    /// Nothing of its own.
    NONE,
    /// f(b) of sample 0.
    OBJECTIVE,
    /// The [control variate][Pass#control].
    CONTROL,
    /// The [baseline][Pass#baseline].
    BASELINE,
    /// The score of sample 0.
    SCORE,
    /// f′(b) of sample 0.
    SLOPE,
    /// f of the relaxed sample 0.
    RELAXED
  }

  /// A piece of the line.
  ///
  /// @param text with the blanks around it
  /// @param factor what a single draw has of it
  /// @param terms that it is part of: several where they share a factor, none where it stands for
  ///   the whole estimate
  public record Piece(String text, Factor factor, List<Term> terms) {}

  /// The formula of an estimate of one term.
  public static EstimateFormula of(String text) {
    return of(List.of()).and(text);
  }

  /// An empty line, to be continued.
  ///
  /// @param terms what the estimate is the sum of
  static EstimateFormula of(List<Term> terms) {
    return new EstimateFormula(terms, List.of());
  }

  /// The same with one more piece.
  ///
  /// @param of the places of its terms
  EstimateFormula and(String text, int... of) {
    return and(text, Factor.NONE, of);
  }

  /// The same with one more piece of which a single draw has a factor.
  ///
  /// @param of the places of its terms
  EstimateFormula and(String text, Factor factor, int... of) {
    Piece piece = new Piece(text, factor, Arrays.stream(of).mapToObj(terms::get).toList());
    return new EstimateFormula(terms, Stream.concat(pieces.stream(), Stream.of(piece)).toList());
  }

  /// The same of what a critic leaves of f.
  EstimateFormula criticised() {
    List<Term> left = Critic.terms(terms);
    List<Piece> all = new ArrayList<>();
    for (Piece piece : pieces) {
      List<Term> of = piece.terms().stream().map(term -> left.get(terms.indexOf(term))).toList();
      all.add(new Piece(piece.text(), piece.factor(), of));
      if (piece.factor() == Factor.OBJECTIVE) {
        all.add(new Piece(" − V(x)", Factor.BASELINE, of));
      }
    }
    return new EstimateFormula(left, List.copyOf(all));
  }

  /// Whether a single draw has a factor of it.
  public boolean has(Factor factor) {
    return pieces.stream().anyMatch(piece -> piece.factor() == factor);
  }

  /// The whole line.
  public String text() {
    return pieces.stream().map(Piece::text).collect(Collectors.joining());
  }
}
