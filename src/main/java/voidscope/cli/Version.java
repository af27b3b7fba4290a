package voidscope.cli;

import picocli.CommandLine;

/// The program's version; `CommandsTest` holds it to that of the build.
final class Version implements CommandLine.IVersionProvider {
  static final String NUMBER = "0.1.0";

  @Override
  public String[] getVersion() {
    return new String[] {
      "voidscope " + NUMBER,
      "Java "
          + Runtime.version()
          + ", "
          + System.getProperty("os.name")
          + " "
          + System.getProperty("os.arch")
    };
  }
}
