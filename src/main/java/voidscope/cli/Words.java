package voidscope.cli;

import java.util.Locale;

/// Names of constants as files and options write them.
final class Words {
  private Words() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
