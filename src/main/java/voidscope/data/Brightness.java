package voidscope.data;

/// What counts as white in a file of images whose values do not reach 255.
public enum Brightness {
  /// 255, as it is stored.
  STORED,
  /// The greatest value of the file.
  STRETCHED
}
