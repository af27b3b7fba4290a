package voidscope.catalogue;

/// What a parameter is set to. Immutable; which values a parameter may have, and how they are
/// written and read, its [Domain] says.
public sealed interface Value {
  /// A number that need not be whole; −0 becomes 0, as files write both alike.
  record Real(double number) implements Value {
    /// Makes one zero of both.
    public Real {
      number += 0.0;
    }
  }

  /// A whole number.
  record Whole(long number) implements Value {}

  /// Yes or no.
  record Flag(boolean on) implements Value {}

  /// One of several names.
  record Choice(String name) implements Value {}

  /// A text, such as a formula.
  record Text(String text) implements Value {}

  /// A file. Two are equal where their paths are: the digest tells whether the file has changed
  /// since, and sets nothing.
  ///
  /// @param path of it, as it was named
  /// @param digest of what it held, or empty where that is not known
  record File(String path, String digest) implements Value {
    /// A file of which nothing is known but its name.
    public File(String path) {
      this(path, "");
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof File(String otherPath, String _) && path.equals(otherPath);
    }

    @Override
    public int hashCode() {
      return path.hashCode();
    }
  }
}
