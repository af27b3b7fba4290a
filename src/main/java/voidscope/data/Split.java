package voidscope.data;

/// A file's images for training, and the last sixth of them, which no training sees: of MNIST's
/// 60,000 the papers' 50,000 and 10,000.
///
/// @param training the first five sixths
/// @param validation the others
public record Split(Images training, Images validation) {
  private static final int PARTS = 6;

  /// Splits a file's images; of fewer than six all are for training, and for validation the same.
  public static Split of(Images all) {
    int held = all.count() / PARTS;
    return held == 0
        ? new Split(all, all)
        : new Split(all.part(0, all.count() - held), all.part(all.count() - held, all.count()));
  }
}
