package voidscope.data;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import voidscope.catalogue.Catalogue;

/// The catalogue of the image sets that come with the program, in the order of menus.
public final class DataSets {
  private static final String FOLDER = "/voidscope/samples/data/";
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

  /// The file of a folder that comes with the program, wherever it was started from.
  private static Path bundled(String folder) {
    URL found = DataSets.class.getResource(FOLDER + folder + "/" + IMAGES);
    if (found == null) {
      throw new IllegalStateException("the program comes without " + folder + "/" + IMAGES);
    }
    try {
      URI place = found.toURI();
      return "jar".equals(place.getScheme()) ? packed(place) : Path.of(place);
    } catch (URISyntaxException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A file within a jar, which stays open as long as the program runs.
  private static Path packed(URI place) throws IOException {
    try {
      return FileSystems.newFileSystem(place, Map.of()).provider().getPath(place);
    } catch (FileSystemAlreadyExistsException e) {
      return Path.of(place);
    }
  }

  /// All of them.
  public static Catalogue<Entry> catalogue() {
    return All.CATALOGUE;
  }

  /// Made once, when it is first asked for.
  private static final class All {
    static final Catalogue<Entry> CATALOGUE = make();
  }

  private static Catalogue<Entry> make() {
    return new Catalogue<>(
        "data set",
        List.of(
            new Entry("mnist", "MNIST", bundled("mnist")),
            new Entry("omniglot-small", "Omniglot, small", bundled("omniglot-small"))));
  }
}
