package voidscope.estimator;

import java.util.List;

/// One term of an estimate, ĝ = Σ sign · term.
///
/// @param name what it is
/// @param sign 1 or −1
/// @param part whose variance it adds to
public record Term(String name, int sign, Part part) {
  /// The two parts of an estimate whose variances a surrogate balances.
  public enum Part {
    /// Multiples of the score ∂log p(b)/∂θ: the variance of REINFORCE.
    SCORE("score part"),
    /// Derivatives along the path of a sample: the variance of reparameterization.
    PATH("path part");

    /// Both, in the order in which they are recorded.
    public static final List<Part> ALL = List.of(values());

    private final String label;

    Part(String label) {
      this.label = label;
    }

    /// Its name on the screen and in tables.
    public String label() {
      return label;
    }
  }
}
