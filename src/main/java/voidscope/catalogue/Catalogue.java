package voidscope.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// One ordered, explicit list of things of a kind.
///
/// @param kind what they are, for error messages, such as `estimator`
/// @param entries the things in the order in which menus show them
public record Catalogue<T extends Catalogue.Named>(String kind, List<T> entries) {

  /// Something with a key.
  public interface Named {
    /// Name in scenario files and on the command line, in kebab-case.
    String key();

    /// Name on the screen.
    String label();
  }

  /// The same with further lines behind the program's own, for what is tried out before it has a
  /// line here: those of the classes named, with commas between them, in the system property
  /// `voidscope.further.` and the kind. Each is a `Supplier` of a list with a constructor for
  /// anyone.
  ///
  /// @param type of a line
  /// @throws IllegalStateException naming the property, if a class cannot be had or supplies
  ///   something else
  public Catalogue<T> further(Class<T> type) {
    String property = "voidscope.further." + kind;
    String names = System.getProperty(property, "");
    if (names.isEmpty()) {
      return this;
    }
    List<T> all = new ArrayList<>(entries);
    for (String name : names.split(",", -1)) {
      try {
        Object made = Class.forName(name).getConstructor().newInstance();
        for (Object line : (List<?>) ((Supplier<?>) made).get()) {
          all.add(type.cast(line));
        }
      } catch (ReflectiveOperationException | ClassCastException e) {
        throw new IllegalStateException(
            property + ": expected classes that supply a list of lines, found " + name, e);
      }
    }
    return new Catalogue<>(kind, List.copyOf(all));
  }

  /// The entry of a key, if there is one.
  public Optional<T> find(String key) {
    return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
  }

  /// The entry of a key.
  ///
  /// @throws IllegalArgumentException naming the known keys, if there is none
  public T get(String key) {
    return find(key)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown "
                        + kind
                        + " \""
                        + key
                        + "\"; known are "
                        + String.join(", ", entries.stream().map(Named::key).toList())));
  }
}
