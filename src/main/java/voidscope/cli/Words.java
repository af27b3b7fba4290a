package voidscope.cli;

import java.util.Locale;
import java.util.regex.Pattern;

/// Names as files and options write them.
final class Words {
  private Words() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /// The name of a column as a key of an object: `validation_elbo` as `validationElbo`.
  static String camel(String column) {
    return Pattern.compile("_(.)")
        .matcher(column)
        .replaceAll(next -> next.group(1).toUpperCase(Locale.ROOT));
  }
}
