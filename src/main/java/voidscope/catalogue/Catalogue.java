package voidscope.catalogue;

import java.util.List;
import java.util.Optional;

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
