package voidscope.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Lists in prose, and names as files and options write them.
public final class Words {
  private Words() {}

  /// An enum's constant as files and options write it.
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /// The name of a column as a key of an object: `validation_elbo` as `validationElbo`.
  public static String camel(String column) {
    return Pattern.compile("_(.)")
        .matcher(column)
        .replaceAll(next -> next.group(1).toUpperCase(Locale.ROOT));
  }

  /// Such as `A, B and C`.
  public static String list(List<String> items) {
    int last = items.size() - 1;
    return last < 1
        ? String.join("", items)
        : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
  }
}
