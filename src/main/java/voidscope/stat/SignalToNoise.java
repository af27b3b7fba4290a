package voidscope.stat;

/// The ratio ‖E ĝ‖/√tr Cov ĝ from a sample. The plain ratio of the sample's mean and deviation
/// cannot fall below 1/√N or so, whatever the truth; its square is estimated here without that
/// bias.
public final class SignalToNoise {
  private static final double ERRORS = 2;

  private SignalToNoise() {}

  /// The root of (‖m̂‖² − tr V̂/N)/tr V̂; NaN, not measurable, where that is below zero or within
  /// two standard errors of it. The standard error, √((4S + 2/N)/(N·R)) of a square S, is that of a
  /// gradient that varies in one direction only, the greatest there is.
  ///
  /// @param norm ‖m̂‖² of the mean of N estimates, itself a mean over R rows
  /// @param variance tr V̂ of one estimate
  /// @param samples N
  /// @param rows R
  public static double of(double norm, double variance, double samples, int rows) {
    double square = (norm - variance / samples) / variance;
    double error = Math.sqrt((4 * Math.max(square, 0) + 2 / samples) / (samples * rows));
    return square > ERRORS * error ? Math.sqrt(square) : Double.NaN;
  }
}
