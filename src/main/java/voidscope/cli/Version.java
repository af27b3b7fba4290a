package voidscope.cli;

import picocli.CommandLine;
import voidscope.catalogue.Program;

/// The program's version; `CommandsTest` holds it to that of the build.
final class Version implements CommandLine.IVersionProvider {
  static final String NUMBER = Program.VERSION;

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
