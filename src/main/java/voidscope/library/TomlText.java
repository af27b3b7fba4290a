package voidscope.library;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/// A small TOML file of keys and values; every way of asking it for a value says what is wrong
/// where that value is not there.
final class TomlText {
  private final String file;
  private final TomlTable table;

  private TomlText(String file, TomlTable table) {
    this.file = file;
    this.table = table;
  }

  /// Reads a text.
  ///
  /// @param file what messages call it
  /// @throws LibraryException if it is no TOML
  static TomlText parse(String file, String text) throws LibraryException {
    TomlParseResult result = Toml.parse(text);
    if (result.hasErrors()) {
      TomlParseError error = result.errors().getFirst();
      throw new LibraryException(
          file, error.position().line(), "", "valid TOML", "" + error.getMessage());
    }
    return new TomlText(file, result);
  }

  /// Allows no other keys.
  void allow(List<String> keys) throws LibraryException {
    for (String key : table.keySet()) {
      if (!keys.contains(key)) {
        throw fault(key, "one of " + String.join(", ", keys), "\"" + key + "\"");
      }
    }
  }

  /// Yes or no.
  boolean flag(String key) throws LibraryException {
    if (value(key) instanceof Boolean flag) {
      return flag;
    }
    throw fault(key, "true or false", show(key));
  }

  /// A whole number.
  long whole(String key, long minimum, long maximum) throws LibraryException {
    if (value(key) instanceof Long number && number >= minimum && number <= maximum) {
      return number;
    }
    String expectation =
        minimum == maximum
            ? Long.toString(minimum)
            : "a whole number from " + minimum + " to " + maximum;
    throw fault(key, expectation, show(key));
  }

  /// A text.
  String text(String key) throws LibraryException {
    if (value(key) instanceof String text) {
      return text;
    }
    throw fault(key, "a text in quotes", show(key));
  }

  /// A moment.
  Instant instant(String key) throws LibraryException {
    if (value(key) instanceof OffsetDateTime date) {
      return date.toInstant();
    }
    throw fault(key, "a date with a time such as 2026-01-31T09:30:00Z", show(key));
  }

  /// Whether there is anything at a key.
  boolean has(String key) {
    return table.contains(List.of(key));
  }

  private @Nullable Object value(String key) {
    return table.get(List.of(key));
  }

  private LibraryException fault(String key, String expectation, String found) {
    var position = has(key) ? table.inputPositionOf(List.of(key)) : null;
    return new LibraryException(
        file, position == null ? 0 : position.line(), key, expectation, found);
  }

  private String show(String key) {
    return switch (value(key)) {
      case null -> "nothing";
      case String text -> "\"" + text + "\"";
      case TomlTable _ -> "a section";
      case TomlArray _ -> "an array";
      case Object other -> other.toString();
    };
  }
}
