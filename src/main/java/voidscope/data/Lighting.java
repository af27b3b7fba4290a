package voidscope.data;

import org.jspecify.annotations.Nullable;

/// Which value of a file is white, by the greatest that it has. Files of binary images may have
/// zeros and ones, which mean black and white whatever is wished for; others may have fewer greys
/// than a byte, such as 0 to 16.
///
/// @param greatest the greatest value of the file
/// @param brightness what is wished for
public record Lighting(int greatest, Brightness brightness) {
  private static final int FULL = 255;

  /// A set of which no pixel is brighter than half is hardly meant to be so.
  private static final int HALF = 128;

  /// Something about a file that its user is to know.
  ///
  /// @param found what was found
  /// @param consequence what follows from it, a sentence
  /// @param doubtful whether it may not be what is meant
  public record Remark(String found, String consequence, boolean doubtful) {
    /// That a file's images are others than those that were named.
    ///
    /// @param file its name
    public static Remark changed(String file) {
      return new Remark(
          "The images in " + file + " have changed since this was saved",
          "The run learns those of now.",
          true);
    }

    /// This and another, if there is one.
    public Remark and(@Nullable Remark other) {
      return other == null
          ? this
          : new Remark(found, consequence + " " + other.text(), doubtful || other.doubtful);
    }

    /// Both in one line.
    public String text() {
      return found + ". " + consequence;
    }
  }

  /// The value that is white.
  int white() {
    return switch (greatest) {
      case 0 -> FULL;
      case 1 -> 1;
      default -> brightness == Brightness.STRETCHED ? greatest : FULL;
    };
  }

  /// What is to be told; null of a file that is all zero or as bright as files are.
  ///
  /// @param file its name
  public @Nullable Remark remark(String file) {
    if (greatest == 0 || greatest >= HALF) {
      return null;
    }
    if (greatest == 1) {
      return new Remark(
          "Zeros and ones were found in " + file, "They are taken as black and white.", false);
    }
    String found = "The greatest value found in " + file + " is " + greatest + " of " + FULL;
    return brightness == Brightness.STRETCHED
        ? new Remark(found, "It is taken for white.", false)
        : new Remark(
            found,
            "Its images are as dark as that; with the brightness “stretched” it is taken for"
                + " white.",
            true);
  }
}
