package voidscope.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import voidscope.experiment.run.Checkpoint;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.text.Reason;

/// The runs that are kept in a folder, up to a number and a size, beyond which the oldest go.
///
/// 1. An entry appears as a whole and goes as a whole; what is not whole is passed over with a
///    word.
/// 2. What the library has not written it neither lists nor removes.
/// 3. Several programs may use one folder at once.
///
/// Callable from any thread but the window's own, which must not wait for a disk.
public final class RunLibrary {
  private static final Pattern ID = Pattern.compile("\\d{8}-\\d{6}-\\d{3}-\\d+-\\d+");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int MOST_AT_ONCE = 10_000;
  private static final int LOOKS = 50;

  /// What a file system's clock may stand still for, in milliseconds: a file that was written
  /// within that time may change without its stamp's telling.
  private static final long COARSEST = 3_000;

  private final Path folder;
  private final Drafts drafts;
  private final SettingsFile settingsFile;

  /// Those whose files had lain still for a while when they were read.
  private final Map<String, Read> whole = new ConcurrentHashMap<>();

  /// An entry that was read, and what its files were.
  private record Read(List<EntryFolder.Stamp> stamps, LibraryEntry entry) {}

  /// The library in a folder, which is made when something is kept. Its settings stand beside the
  /// folder, in `library.toml`.
  public RunLibrary(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    drafts = new Drafts(this.folder);
    settingsFile = new SettingsFile(this.folder);
  }

  /// That of this process' user; empty where there is no home.
  public static Optional<RunLibrary> here() {
    return LibraryPlace.here().map(RunLibrary::new);
  }

  /// Its folder, absolute.
  public Path folder() {
    return folder;
  }

  /// What may be kept; the defaults where the file of the settings says something it must not.
  public LibrarySettings settings() {
    return settingsFile.read().settings();
  }

  /// Changes what may be kept; what is beyond it goes.
  ///
  /// @throws IOException saying in a sentence why the settings cannot be written
  public void set(LibrarySettings settings) throws IOException {
    try {
      settingsFile.write(settings);
    } catch (IOException e) {
      throw new IOException("the settings of kept runs are not saved: " + Reason.of(e), e);
    }
    shorten(settings, "");
  }

  /// Keeps a run, whereupon the oldest beyond the bounds go, but never this one.
  ///
  /// @param checkpoint writes its state; called once, on this thread, or not at all
  /// @param picture a small PNG, or null
  /// @return empty if the settings want nothing kept
  /// @throws IOException saying in a sentence why it cannot be kept; nothing of it is left then
  public Optional<LibraryEntry> keep(
      RunNote note, CheckpointSource checkpoint, byte @Nullable [] picture) throws IOException {
    LibrarySettings settings = settings();
    if (!settings.keep()) {
      return Optional.empty();
    }
    try {
      Files.createDirectories(folder);
      drafts.clear();
      Path draft = drafts.open();
      long bytes;
      Path placed;
      try {
        bytes = new EntryFolder(draft).write(note, checkpoint, picture);
        if (bytes > settings.bytes()) {
          throw new IOException(
              "it takes "
                  + mebibytes(bytes)
                  + ", more than all runs together may take, "
                  + mebibytes(settings.bytes()));
        }
        placed = place(draft, note.date());
      } catch (Throwable e) {
        // Only then: once it is placed, the draft's name may be another's already.
        Drafts.discard(draft);
        throw e;
      }
      String id = String.valueOf(placed.getFileName());
      shorten(settings, id);
      return Optional.of(
          new LibraryEntry(id, placed, note, bytes, picture != null && picture.length > 0));
    } catch (IOException e) {
      throw new IOException("the run is not kept: " + Reason.of(e), e);
    }
  }

  private static String mebibytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MiB", (double) bytes / LibrarySettings.MEBIBYTE);
  }

  /// Moves a draft to a name that nothing has yet.
  private Path place(Path draft, Instant date) throws IOException {
    String start = TIME.format(date) + "-" + ProcessHandle.current().pid() + "-";
    for (int number = 0; ; number++) {
      Path target = folder.resolve(String.format(Locale.ROOT, "%s%04d", start, number));
      try {
        return Files.move(draft, target);
      } catch (FileSystemException e) {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS) || number == MOST_AT_ONCE) {
          throw e;
        }
      }
    }
  }

  /// The entries that are whole, and what was passed over. The first call reads every file; later
  /// ones those that have changed or were new.
  public Listing entries() {
    List<String> remarks = new ArrayList<>();
    SettingsFile.Found settings = settingsFile.read();
    settings.remark().ifPresent(remarks::add);
    List<LibraryEntry> entries = new ArrayList<>();
    try {
      List<Path> found = found();
      whole.keySet().retainAll(found.stream().map(RunLibrary::id).toList());
      for (Path entry : found.reversed()) {
        list(entry, entries, remarks);
      }
      excess(settings.settings(), found).ifPresent(remarks::add);
    } catch (IOException e) {
      remarks.add("the kept runs cannot be listed: " + Reason.of(e));
    }
    return new Listing(entries, remarks);
  }

  /// Adds an entry to those that are whole, or says why it is not. Another program may have removed
  /// it meanwhile, or have put another one in its place: it is said to be damaged only where its
  /// files have stayed the same while it was looked at.
  private void list(Path entry, List<LibraryEntry> entries, List<String> remarks) {
    List<EntryFolder.Stamp> before = List.of();
    for (int look = 1; Files.exists(entry, LinkOption.NOFOLLOW_LINKS); look++) {
      try {
        List<EntryFolder.Stamp> now = new EntryFolder(entry).stamps();
        boolean still = look > 1 && now.equals(before);
        before = now;
        try {
          entries.add(read(entry));
          return;
        } catch (ScenarioException e) {
          if (still || look == LOOKS) {
            remarks.add("passed over " + id(entry) + ": " + e.getMessage());
            return;
          }
        }
      } catch (IOException e) {
        remarks.add("passed over " + id(entry) + ": " + Reason.of(e));
        return;
      }
    }
  }

  /// What is beyond the bounds, since it could not be removed or nothing was kept since they were
  /// changed.
  private static Optional<String> excess(LibrarySettings settings, List<Path> found)
      throws IOException {
    long bytes = bytes(found);
    return found.size() <= settings.entries() && bytes <= settings.bytes()
        ? Optional.empty()
        : Optional.of(
            "%d kept runs take %s, more than the settings want, %d in %s"
                .formatted(
                    found.size(),
                    mebibytes(bytes),
                    settings.entries(),
                    mebibytes(settings.bytes())));
  }

  private LibraryEntry read(Path entry) throws ScenarioException {
    EntryFolder files = new EntryFolder(entry);
    String id = id(entry);
    List<EntryFolder.Stamp> stamps;
    try {
      stamps = files.stamps();
    } catch (IOException e) {
      throw new ScenarioException(id, 0, "", "readable files", Reason.of(e));
    }
    Read before = whole.get(id);
    if (before != null && before.stamps().equals(stamps)) {
      return before.entry();
    }
    long began = System.currentTimeMillis();
    LibraryEntry read = files.read(id);
    if (stamps.stream().allMatch(stamp -> stamp.modified() < began - COARSEST)) {
      whole.put(id, new Read(stamps, read));
    } else {
      whole.remove(id);
    }
    return read;
  }

  /// Reads the state of a run.
  ///
  /// @throws ScenarioException if it is not there any more, or is anything but a whole checkpoint
  ///   of this version
  public Checkpoint read(LibraryEntry entry) throws ScenarioException {
    return Checkpoint.read(new EntryFolder(entry.folder()).checkpoint());
  }

  /// The picture of a run, a PNG; empty where there is none, or none any more.
  ///
  /// @throws IOException if it cannot be read
  public Optional<byte[]> picture(LibraryEntry entry) throws IOException {
    if (!entry.pictured()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readAllBytes(new EntryFolder(entry.folder()).picture()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /// Removes a run; one that is gone already is no error. What somebody else has put into its
  /// folder stays.
  ///
  /// @throws IOException saying in a sentence why it cannot be removed
  public void remove(LibraryEntry entry) throws IOException {
    try {
      remove(entry.folder());
    } catch (IOException e) {
      throw new IOException(
          "the run " + entry.note().name() + " is not removed: " + Reason.of(e), e);
    }
  }

  private void remove(Path entry) throws IOException {
    Path hidden;
    try {
      hidden = drafts.hide(entry);
    } catch (NoSuchFileException e) {
      return;
    }
    boolean gone = false;
    try {
      gone = new EntryFolder(hidden).delete();
    } finally {
      if (!gone) {
        Files.move(hidden, entry);
      }
    }
  }

  /// Removes the oldest beyond the bounds. What cannot be removed stays for the next time, and
  /// [#entries] tells of it.
  ///
  /// @param newest which stays, or empty
  private synchronized void shorten(LibrarySettings settings, String newest) {
    try {
      List<Path> entries = found();
      int count = entries.size();
      long bytes = bytes(entries);
      for (Path entry : entries) {
        if (count <= settings.entries() && bytes <= settings.bytes()) {
          return;
        }
        if (!id(entry).equals(newest)) {
          long freed = new EntryFolder(entry).bytes();
          remove(entry);
          bytes -= freed;
          count--;
        }
      }
    } catch (IOException _) {
      // The run that was just written is kept all the same.
    }
  }

  private static long bytes(List<Path> entries) throws IOException {
    long bytes = 0;
    for (Path entry : entries) {
      bytes += new EntryFolder(entry).bytes();
    }
    return bytes;
  }

  /// The folders of entries, whole or not, oldest first.
  private List<Path> found() throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> ID.matcher(id(file)).matches() && new EntryFolder(file).inhabited())
          .forEach(found::add);
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    found.sort(Comparator.comparing(RunLibrary::id));
    return found;
  }

  private static String id(Path entry) {
    return String.valueOf(entry.getFileName());
  }
}
