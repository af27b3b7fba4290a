package voidscope.ui.file;

/// What an exported figure lies on.
public enum Ground {
  /// Dark ink on white.
  WHITE("White", false, false),
  /// Dark ink on whatever lies below.
  LIGHT_PAGE("Transparent, for a light page", false, true),
  /// Light ink on near black.
  DARK("Dark", true, false),
  /// Light ink on whatever lies below.
  DARK_PAGE("Transparent, for a dark page", true, true);

  private final String label;
  private final boolean dark;
  private final boolean transparent;

  Ground(String label, boolean dark, boolean transparent) {
    this.label = label;
    this.dark = dark;
    this.transparent = transparent;
  }

  /// Whether the ink is light.
  boolean dark() {
    return dark;
  }

  /// Whether nothing is painted below the figure.
  boolean transparent() {
    return transparent;
  }

  @Override
  public String toString() {
    return label;
  }
}
