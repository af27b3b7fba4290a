package voidscope.planted;

/// Asks for keys of catalogues by their text on purpose: the test of keys must find it guilty.
final class Sniffing {
  private static final String TUNER = "tune-";

  private Sniffing() {}

  static boolean sniffs(String key) {
    return key.equals("rebar") || key.startsWith("gaussian") || key.startsWith(TUNER);
  }
}
