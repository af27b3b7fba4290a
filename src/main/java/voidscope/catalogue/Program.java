package voidscope.catalogue;

/// The program itself; `CommandsTest` holds its version to that of the build.
public final class Program {
  /// Its version.
  public static final String VERSION = "0.2.0";

  private Program() {}
}
