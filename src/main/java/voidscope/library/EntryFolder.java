package voidscope.library;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import voidscope.experiment.run.Checkpoint;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.text.Reason;

/// The files of one entry, in a folder of their own. Links are not followed: what the library has
/// written are folders and files.
///
/// @param path the folder
record EntryFolder(Path path) {
  private static final String CHECKPOINT = "run.checkpoint";
  private static final String PICTURE = "picture.png";
  private static final String CARD = "run.toml";
  private static final List<String> FILES = List.of(CHECKPOINT, PICTURE, CARD);
  private static final Pattern DRAFT = Pattern.compile("\\.(.+)\\.\\d+\\.part");
  private static final long LONGEST_CARD = 1 << 20;

  /// What an array of Java holds.
  private static final long LONGEST = Integer.MAX_VALUE - 8;

  private static final String WANTED = "a file";

  /// What tells whether a file is still the one that was read.
  ///
  /// @param bytes its size
  /// @param modified when it was last written, in milliseconds
  /// @param key what the file system calls it
  record Stamp(long bytes, long modified, @Nullable Object key) {}

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /// Writes the files of a run into the folder, which is empty.
  ///
  /// @return how many bytes they take
  /// @throws IOException if one cannot be written
  long write(RunNote note, CheckpointSource source, byte @Nullable [] picture) throws IOException {
    source.write(checkpoint());
    if (Files.size(checkpoint()) > LONGEST) {
      throw new IOException("its checkpoint takes more than 2 GiB, which could not be read back");
    }
    byte[] shown = picture == null ? new byte[0] : picture;
    if (shown.length > 0) {
      Files.write(path.resolve(PICTURE), shown);
    }
    EntryCard card =
        new EntryCard(note, Files.size(checkpoint()), shown.length, EntryCard.sum(shown));
    Files.writeString(path.resolve(CARD), card.format());
    return bytes();
  }

  Path checkpoint() {
    return path.resolve(CHECKPOINT);
  }

  Path picture() {
    return path.resolve(PICTURE);
  }

  /// How many bytes its files take.
  long bytes() throws IOException {
    long sum = 0;
    for (Stamp stamp : stamps()) {
      sum += stamp.bytes();
    }
    return sum;
  }

  /// Of those of its files that are there.
  List<Stamp> stamps() throws IOException {
    List<Stamp> stamps = new ArrayList<>();
    for (String name : FILES) {
      Path file = path.resolve(name);
      try {
        var found =
            Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (found.isRegularFile()) {
          stamps.add(new Stamp(found.size(), found.lastModifiedTime().toMillis(), found.fileKey()));
        }
      } catch (NoSuchFileException _) {
        // It has no picture, or goes this moment.
      }
    }
    return stamps;
  }

  /// Whether it is a folder with anything of an entry in it, whole or not.
  boolean inhabited() {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
        && FILES.stream().anyMatch(f -> Files.exists(path.resolve(f), LinkOption.NOFOLLOW_LINKS));
  }

  /// Reads the entry and all of its files.
  ///
  /// @throws ScenarioException if one is anything but what was written
  LibraryEntry read(String id) throws ScenarioException {
    EntryCard card = card();
    byte[] checkpoint = content(CHECKPOINT, card.checkpoint());
    Checkpoint.of(CHECKPOINT, path, checkpoint);
    boolean pictured = card.picture() > 0;
    if (pictured && !EntryCard.sum(content(PICTURE, card.picture())).equals(card.pictureSum())) {
      throw new ScenarioException(PICTURE, 0, "", "the picture that was kept", "other bytes");
    }
    try {
      return new LibraryEntry(id, path, card.note(), bytes(), pictured);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private EntryCard card() throws ScenarioException {
    long size = size(CARD);
    if (size > LONGEST_CARD) {
      throw new ScenarioException(CARD, 0, "", "at most " + LONGEST_CARD + " bytes", "" + size);
    }
    try {
      return EntryCard.parse(CARD, Files.readString(path.resolve(CARD)));
    } catch (CharacterCodingException e) {
      throw new ScenarioException(CARD, 0, "", "text in UTF-8", "other bytes");
    } catch (IOException e) {
      throw unreadable(path.resolve(CARD), e);
    }
  }

  /// The content of a file of that size.
  private byte[] content(String name, long bytes) throws ScenarioException {
    long size = size(name);
    if (size != bytes || size > LONGEST) {
      throw new ScenarioException(name, 0, "", bytes + " bytes", "" + size);
    }
    try {
      return Files.readAllBytes(path.resolve(name));
    } catch (IOException e) {
      throw unreadable(path.resolve(name), e);
    }
  }

  private long size(String name) throws ScenarioException {
    Path file = path.resolve(name);
    try {
      var found = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (found.isRegularFile()) {
        return found.size();
      }
      throw new ScenarioException(
          name,
          0,
          "",
          WANTED,
          found.isDirectory() ? "a folder" : found.isSymbolicLink() ? "a link" : "something else");
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static ScenarioException unreadable(Path file, IOException e) {
    return e instanceof NoSuchFileException
        ? new ScenarioException(name(file), 0, "", WANTED, "none")
        : new ScenarioException(name(file), 0, "", "a readable file", Reason.of(e));
  }

  /// Removes what the library has written, and the folder where that was all.
  ///
  /// @return whether the folder is gone
  /// @throws IOException if a file cannot be removed
  boolean delete() throws IOException {
    List<Path> own = new ArrayList<>();
    try (var found = Files.newDirectoryStream(path)) {
      for (Path file : found) {
        var draft = DRAFT.matcher(name(file));
        boolean ours = FILES.contains(draft.matches() ? draft.group(1) : name(file));
        if (ours && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          own.add(file);
        }
      }
    } catch (NoSuchFileException e) {
      return true;
    }
    for (Path file : own) {
      Files.deleteIfExists(file);
    }
    try {
      Files.deleteIfExists(path);
      return true;
    } catch (DirectoryNotEmptyException e) {
      return false;
    }
  }
}
