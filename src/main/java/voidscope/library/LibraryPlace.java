package voidscope.library;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where the platform has what a program keeps for its user.
public final class LibraryPlace {
  /// The system property that names another folder for the runs.
  public static final String PROPERTY = "voidscope.library";

  private static final String RUNS = "runs";

  private final Function<String, @Nullable String> properties;
  private final Function<String, @Nullable String> environment;

  private LibraryPlace(
      Function<String, @Nullable String> properties,
      Function<String, @Nullable String> environment) {
    this.properties = properties;
    this.environment = environment;
  }

  /// That of this process; empty where its user has no home.
  public static Optional<Path> here() {
    return of(System::getProperty, System::getenv);
  }

  /// That of a process.
  ///
  /// @param properties its system properties, null where there is none of a name
  /// @param environment its environment, likewise
  /// @return an absolute folder, which need not exist; empty where the user has no home
  static Optional<Path> of(
      Function<String, @Nullable String> properties,
      Function<String, @Nullable String> environment) {
    return new LibraryPlace(properties, environment).find();
  }

  private Optional<Path> find() {
    return path(properties.apply(PROPERTY)).map(Path::toAbsolutePath).or(this::ofPlatform);
  }

  private Optional<Path> ofPlatform() {
    String system = properties.apply("os.name");
    String name = system == null ? "" : system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return absolute(environment.apply("LOCALAPPDATA"))
          .or(() -> home("AppData", "Local"))
          .map(data -> data.resolve("Voidscope").resolve(RUNS));
    }
    if (name.startsWith("mac")) {
      return home("Library", "Application Support", "Voidscope", RUNS);
    }
    // The XDG specification has a path ignored that is not absolute.
    return absolute(environment.apply("XDG_DATA_HOME"))
        .or(() -> home(".local", "share"))
        .map(data -> data.resolve("voidscope").resolve(RUNS));
  }

  /// A folder below the user's home.
  private Optional<Path> home(String... names) {
    return absolute(properties.apply("user.home"))
        .map(
            home -> {
              Path place = home;
              for (String name : names) {
                place = place.resolve(name);
              }
              return place;
            });
  }

  private static Optional<Path> absolute(@Nullable String text) {
    return path(text).filter(Path::isAbsolute);
  }

  private static Optional<Path> path(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
