package voidscope.experiment.scenario;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;
import voidscope.catalogue.Domain;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Settings;
import voidscope.catalogue.Value;
import voidscope.data.DataException;
import voidscope.data.ImageFile;
import voidscope.data.Letters;
import voidscope.data.Places;

/// A table of a scenario file and where it stands; every way of asking it for a value says what is
/// wrong where that value is not there.
///
/// @param file name of the file
/// @param folder from which files are named
/// @param lines those that the parser has read
/// @param path what messages call the table; empty for the whole file
/// @param line the line where it begins
/// @param table its keys and values
public record TomlSection(
    String file, Path folder, TomlLines lines, String path, int line, TomlTable table) {

  /// Ends the key that tells what a file held.
  static final String DIGEST = "-digest";

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{16}");

  /// The table that a text is.
  ///
  /// @param file what messages call it
  /// @param folder from which files are named
  /// @throws ScenarioException if it is no TOML
  public static TomlSection parse(String file, Path folder, String text) throws ScenarioException {
    TomlLines lines = TomlLines.of(text);
    TomlParseResult result = Toml.parse(lines.text());
    if (result.hasErrors()) {
      TomlParseError error = result.errors().getFirst();
      throw new ScenarioException(
          file, lines.number(error.position().line()), "", "valid TOML", "" + error.getMessage());
    }
    return new TomlSection(file, folder, lines, "", 1, result);
  }

  /// A text between quotes, in which letters of all alphabets stay readable.
  public static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (Character.isISOControl(c)) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  TomlSection called(String newPath) {
    return new TomlSection(file, folder, lines, newPath, line, table);
  }

  /// A value of the table, or one of an array there.
  ///
  /// @param name what messages call it in the table
  /// @param line where it stands; where it is missing, the table's
  /// @param value null where it is missing
  record Item(String name, int line, @Nullable Object value) {}

  private Item item(String key) {
    var position = table.contains(List.of(key)) ? table.inputPositionOf(List.of(key)) : null;
    return new Item(
        key, position == null ? line : lines.number(position.line()), table.get(List.of(key)));
  }

  /// Whether there is anything at a key.
  public boolean has(String key) {
    return table.contains(List.of(key));
  }

  /// Whether there is an array at a key.
  boolean lists(String key) {
    return table.get(List.of(key)) instanceof TomlArray;
  }

  /// The values of an array.
  ///
  /// @param expectation of what is no array, or of one without values
  List<Item> items(String key, String expectation) throws ScenarioException {
    Item whole = item(key);
    if (!(whole.value() instanceof TomlArray array) || array.isEmpty()) {
      throw fault(whole, expectation, whole.value() instanceof TomlArray ? "none" : show(whole));
    }
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      String name = key + "[" + (i + 1) + "]";
      items.add(new Item(name, number(array, i), array.get(i)));
    }
    return items;
  }

  /// The line where a value of an array stands.
  private int number(TomlArray array, int index) {
    return lines.number(array.inputPositionOf(index).line());
  }

  /// A fault at a key, or at the table's first line if the key is missing.
  ScenarioException fault(String key, String expectation, String found) {
    return fault(item(key), expectation, found);
  }

  private ScenarioException fault(Item item, String expectation, String found) {
    String field = path.isEmpty() ? item.name() : path + "." + item.name();
    return new ScenarioException(file, item.line(), field, expectation, found);
  }

  /// Allows no other keys.
  public void allow(List<String> keys) throws ScenarioException {
    for (String key : table.keySet()) {
      if (!keys.contains(key)) {
        throw fault(key, Nearest.oneOf(keys, key), "\"" + key + "\"");
      }
    }
  }

  @Nullable TomlSection section(String key) throws ScenarioException {
    Object value = table.get(List.of(key));
    if (value == null) {
      return null;
    }
    if (value instanceof TomlTable inner) {
      return new TomlSection(file, folder, lines, key, item(key).line(), inner);
    }
    throw fault(key, "a section [" + key + "]", show(value));
  }

  List<TomlSection> sections(String key) throws ScenarioException {
    Object value = table.get(List.of(key));
    List<TomlSection> result = new ArrayList<>();
    if (value == null) {
      return result;
    }
    String expectation = "sections [[" + key + "]]";
    if (!(value instanceof TomlArray array)) {
      throw fault(key, expectation, value instanceof TomlTable ? "[" + key + "]" : show(value));
    }
    for (int i = 0; i < array.size(); i++) {
      if (!(array.get(i) instanceof TomlTable inner)) {
        throw fault(key, expectation, show(array.get(i)));
      }
      String name = key + "[" + (i + 1) + "]";
      result.add(new TomlSection(file, folder, lines, name, number(array, i), inner));
    }
    return result;
  }

  /// Where it stands, as messages call it.
  String place() {
    return path + ", line " + line;
  }

  /// A text of one line that is not empty.
  ///
  /// @param most letters at most
  String line(String key, int most) throws ScenarioException {
    Value value = new Domain.Text(most).read(item(key).value());
    if (value instanceof Value.Text(String text) && !text.isBlank()) {
      return text.strip();
    }
    String longest = most == Integer.MAX_VALUE ? "" : " of at most " + most + " letters";
    throw fault(key, "a text of one line" + longest, show(item(key)));
  }

  String word(String key, List<String> known) throws ScenarioException {
    Object value = table.get(List.of(key));
    if (value instanceof String word && known.contains(word)) {
      return word;
    }
    String expectation =
        value instanceof String word
            ? Nearest.oneOf(known, word)
            : "one of " + String.join(", ", known);
    throw fault(key, expectation, show(value));
  }

  /// A text, which may be empty.
  public String text(String key) throws ScenarioException {
    if (item(key).value() instanceof String text) {
      return text;
    }
    throw fault(key, "a text in quotes", show(item(key)));
  }

  /// A moment.
  public Instant instant(String key) throws ScenarioException {
    if (item(key).value() instanceof OffsetDateTime date) {
      return date.toInstant();
    }
    throw fault(key, "a date with a time such as 2026-01-31T09:30:00Z", show(item(key)));
  }

  /// A whole number in a range.
  public long whole(String key, long minimum, long maximum) throws ScenarioException {
    return whole(item(key), minimum, maximum);
  }

  long whole(Item item, long minimum, long maximum) throws ScenarioException {
    if (item.value() instanceof Long number && number >= minimum && number <= maximum) {
      return number;
    }
    String expectation =
        minimum == maximum
            ? Long.toString(minimum)
            : maximum < Long.MAX_VALUE
                ? "a whole number from " + minimum + " to " + maximum
                : "a whole number" + (minimum > 0 ? " ≥ " + minimum : " not below 0");
    throw fault(item, expectation, show(item));
  }

  /// Settings, of which it says some.
  ///
  /// @param defaults what it leaves out
  /// @param others keys that are no settings
  public Settings settings(Settings defaults, List<String> others) throws ScenarioException {
    List<String> keys = new ArrayList<>(others);
    for (Parameter parameter : defaults.parameters()) {
      keys.add(parameter.key());
      if (parameter.domain() instanceof Domain.File) {
        keys.add(parameter.key() + DIGEST);
      }
    }
    allow(keys);
    Settings result = defaults;
    for (Parameter parameter : defaults.parameters()) {
      if (table.contains(List.of(parameter.key()))) {
        result = result.with(parameter.key(), value(parameter.key(), parameter));
      }
      if (has(parameter.key() + DIGEST)) {
        result = result.with(parameter.key(), digested(parameter, result));
      }
    }
    return result;
  }

  Value value(String key, Parameter parameter) throws ScenarioException {
    return value(item(key), parameter);
  }

  Value value(Item item, Parameter parameter) throws ScenarioException {
    Domain domain = parameter.domain();
    Value value = domain.read(item.value());
    if (value instanceof Value.File(String path, String _)) {
      return new Value.File(file(item, domain, path));
    }
    if (value != null) {
      return value;
    }
    String expectation =
        domain instanceof Domain.Choice(List<String> names) && item.value() instanceof String word
            ? Nearest.oneOf(names, word)
            : domain.expectation();
    throw fault(item, expectation, show(item));
  }

  /// A file whose section tells what it held.
  private Value digested(Parameter parameter, Settings settings) throws ScenarioException {
    String key = parameter.key() + DIGEST;
    String digest = text(key);
    if (!HEX.matcher(digest).matches()) {
      throw fault(key, "sixteen digits from 0 to f", show(item(key)));
    }
    if (settings.value(parameter.key()) instanceof Value.File(String path, String _)) {
      return new Value.File(path, digest);
    }
    throw fault(
        key, "none, as " + parameter.key() + " names no file of one's own", show(item(key)));
  }

  /// A file of the same name beside this one that holds what was meant; null if there is none.
  private @Nullable Path beside(Item item, String path) {
    Path file = folder.resolve(FileNames.last(path)).toAbsolutePath().normalize();
    if (!has(item.name() + DIGEST) || !Places.stays(file)) {
      return null;
    }
    try {
      String held = ImageFile.read(file).digest();
      return held.equals(table.get(List.of(item.name() + DIGEST))) ? file : null;
    } catch (DataException e) {
      return null; // then it is not the file that was meant
    }
  }

  /// The absolute path of a file that is there.
  private String file(Item item, Domain domain, String path) throws ScenarioException {
    try {
      Path named = folder.resolve(path).toAbsolutePath().normalize();
      if (Places.stays(named)) {
        return named.toString();
      }
      Path beside = beside(item, path);
      if (beside != null) {
        return beside.toString();
      }
      String found =
          Files.isDirectory(named)
              ? "the folder "
              : Files.exists(named) ? "a pipe, which cannot be read again, " : "no such file ";
      throw fault(item, domain.expectation(), found + show(item));
    } catch (InvalidPathException e) {
      String found = Letters.obstacle(path).orElseGet(() -> show(item));
      throw fault(item, domain.expectation(), found);
    }
  }

  private static String show(Item item) {
    return show(item.value());
  }

  private static String show(@Nullable Object value) {
    return switch (value) {
      case null -> "nothing";
      case String text -> "\"" + text + "\"";
      case TomlTable _ -> "a section";
      case TomlArray _ -> "an array";
      default -> value.toString();
    };
  }
}
