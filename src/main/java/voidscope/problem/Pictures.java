package voidscope.problem;

/// Pictures that a problem learns to make: held-back ones with their reconstructions, and samples.
/// A byte a pixel, from 0 (black) to 255, row by row, one picture behind the other.
public interface Pictures extends Exhibit {
  /// Rows of a picture.
  int rows();

  /// Columns of a picture.
  int columns();

  /// Pictures that no training sees.
  byte[] inputs();

  /// What is made of each of them.
  byte[] reconstructions();

  /// Samples from the prior.
  byte[] samples();
}
