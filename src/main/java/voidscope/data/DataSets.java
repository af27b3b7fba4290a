package voidscope.data;

import java.nio.file.Path;
import java.util.List;
import voidscope.catalogue.Catalogue;

/// The catalogue of the image sets that come with the program, in the order of menus.
public final class DataSets {
  private static final Path FOLDER = Path.of("samples", "data");
  private static final String IMAGES = "train-images-idx3-ubyte.gz";

  /// A set of images.
  ///
  /// @param key its name in files
  /// @param label its name on the screen
  /// @param file the file of its training images
  public record Entry(String key, String label, Path file) implements Catalogue.Named {}

  private DataSets() {}

  /// The file of a set, or of a path.
  ///
  /// @param name a key of the catalogue, or the path of any file
  public static Path file(String name) {
    return catalogue().entries().stream()
        .filter(entry -> entry.key().equals(name))
        .findFirst()
        .map(Entry::file)
        .orElseGet(() -> Path.of(name));
  }

  /// All of them.
  public static Catalogue<Entry> catalogue() {
    return new Catalogue<>(
        "data set",
        List.of(
            new Entry("mnist", "MNIST", FOLDER.resolve("mnist").resolve(IMAGES)),
            new Entry(
                "omniglot-small",
                "Omniglot, small",
                FOLDER.resolve("omniglot-small").resolve(IMAGES))));
  }
}
