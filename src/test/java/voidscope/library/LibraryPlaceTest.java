package voidscope.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import voidscope.FreshJvm;

/// Where runs are kept on each platform, and that tests keep none among those of whoever runs them.
class LibraryPlaceTest {
  private static final Path HOME = Path.of("home", "ada").toAbsolutePath();

  private static Optional<Path> place(String system, Map<String, String> environment) {
    return LibraryPlace.of(
        Map.of("os.name", system, "user.home", HOME.toString())::get, environment::get);
  }

  @Test
  void linux_hasItInTheDataHome() {
    Path data = HOME.resolve("data");
    assertEquals(
        Optional.of(data.resolve("voidscope").resolve("runs")),
        place("Linux", Map.of("XDG_DATA_HOME", data.toString())));
    Path otherwise = HOME.resolve(".local").resolve("share").resolve("voidscope").resolve("runs");
    assertEquals(Optional.of(otherwise), place("Linux", Map.of()));
    assertEquals(Optional.of(otherwise), place("Linux", Map.of("XDG_DATA_HOME", "")));
    assertEquals(Optional.of(otherwise), place("Linux", Map.of("XDG_DATA_HOME", "share/data")));
    assertEquals(Optional.of(otherwise), place("FreeBSD", Map.of()));
  }

  @Test
  void mac_hasItInApplicationSupport() {
    Path support = HOME.resolve("Library").resolve("Application Support");
    assertEquals(
        Optional.of(support.resolve("Voidscope").resolve("runs")), place("Mac OS X", Map.of()));
  }

  @Test
  void windows_hasItInTheLocalData() {
    Path local = HOME.resolve("elsewhere");
    assertEquals(
        Optional.of(local.resolve("Voidscope").resolve("runs")),
        place("Windows 11", Map.of("LOCALAPPDATA", local.toString())));
    assertEquals(
        Optional.of(HOME.resolve("AppData").resolve("Local").resolve("Voidscope").resolve("runs")),
        place("Windows 11", Map.of()));
  }

  @Test
  void property_comesFirst() {
    Map<String, String> properties = new HashMap<>();
    properties.put("os.name", "Linux");
    properties.put("user.home", HOME.toString());
    properties.put("voidscope.library", "some/runs");
    assertEquals(
        Optional.of(Path.of("some", "runs").toAbsolutePath()),
        LibraryPlace.of(properties::get, Map.of("XDG_DATA_HOME", HOME.toString())::get));
  }

  @Test
  void withoutAHome_thereIsNoLibrary() {
    for (String system : List.of("Linux", "Mac OS X", "Windows 11")) {
      assertEquals(
          Optional.empty(),
          LibraryPlace.of(Map.of("os.name", system)::get, Map.<String, String>of()::get));
      // What Java says where it does not know the home.
      Map<String, String> unknown = Map.of("os.name", system, "user.home", "?");
      assertEquals(Optional.empty(), LibraryPlace.of(unknown::get, Map.<String, String>of()::get));
    }
    assertEquals(
        Optional.empty(),
        LibraryPlace.of(Map.<String, String>of()::get, Map.<String, String>of()::get));
  }

  @Test
  void tests_keepRunsBelowTheirOwnFolder() {
    Path target = Path.of("target").toAbsolutePath();
    assertTrue(LibraryPlace.here().orElseThrow().startsWith(target));
    FreshJvm.Result other = FreshJvm.run(List.of(), PrintedPlace.class.getName());
    assertEquals(0, other.exit(), other.output());
    assertTrue(Path.of(other.output().strip()).startsWith(target), other.output());
  }
}
