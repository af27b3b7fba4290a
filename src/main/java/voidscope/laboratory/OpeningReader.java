package voidscope.laboratory;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import voidscope.chart.export.FigureScenario;
import voidscope.data.DataException;
import voidscope.data.ForeignFile;
import voidscope.data.ImageFile;
import voidscope.data.Images;
import voidscope.data.Places;
import voidscope.experiment.run.Checkpoint;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.experiment.scenario.ScenarioText;

/// Tells the kinds of files apart and has each read by who knows it.
final class OpeningReader {
  private static final int LOOK_AHEAD = 4096;
  private static final int LONGEST = 1 << 26;

  /// What an array of Java holds.
  private static final int LONGEST_CHECKPOINT = Integer.MAX_VALUE - 8;

  private static final String WANTED =
      "a scenario, an exported figure that carries one, a checkpoint, or an IDX file of images";

  private OpeningReader() {}

  static Opening read(Path file) throws OpeningException {
    try {
      if (Files.isDirectory(file)) {
        throw refusal(file, "a folder");
      }
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
        return read(file, in);
      }
    } catch (NoSuchFileException e) {
      throw refusal(file, "no such file");
    } catch (AccessDeniedException e) {
      throw refusal(file, "a file that may not be read");
    } catch (IOException e) {
      throw refusal(file, "a file that cannot be read: " + e.getMessage());
    } catch (ScenarioException | DataException e) {
      throw new OpeningException(Objects.requireNonNullElseGet(e.getMessage(), e::toString), e);
    }
  }

  private static Opening read(Path file, InputStream in)
      throws IOException, OpeningException, ScenarioException, DataException {
    in.mark(LOOK_AHEAD);
    byte[] start = in.readNBytes(LOOK_AHEAD);
    in.reset();
    if (start.length == 0) {
      throw refusal(file, "an empty file");
    }
    if (Checkpoint.begins(start)) {
      return new Opening.OfCheckpoint(file, Checkpoint.of(file, all(file, in)));
    }
    if (ImageFile.begins(start)) {
      Path whole = file.toAbsolutePath().normalize();
      Images images = ImageFile.read(whole, in);
      if (!Places.stays(file)) {
        throw refusal(file, "images in a pipe, which a run cannot read again: save them as a file");
      }
      return new Opening.OfImages(whole, images);
    }
    boolean figure = FigureScenario.begins(start);
    int most = figure ? LONGEST : ScenarioText.LONGEST;
    byte[] content = in.readNBytes(most + 1);
    if (content.length > most) {
      String size = size(file, most);
      String found = figure ? "a figure of " + size : ScenarioText.tooLong(size);
      throw refusal(file, figure ? found : ForeignFile.name(start).orElse(found));
    }
    Optional<FigureScenario.Carried> carried = FigureScenario.find(file, content);
    if (carried.isEmpty()) {
      String unknown = "another kind of file, without a line voidscope = 1";
      throw refusal(file, ForeignFile.name(start).orElse(unknown));
    }
    return new Opening.OfScenario(file, carried.get().scenario(), carried.get().view());
  }

  /// All of a file, as far as an array holds it.
  private static byte[] all(Path file, InputStream in) throws IOException, OpeningException {
    byte[] content = in.readNBytes(LONGEST_CHECKPOINT);
    if (in.read() >= 0) {
      throw refusal(file, "a checkpoint of more than " + LONGEST_CHECKPOINT + " bytes");
    }
    return content;
  }

  /// How large a file is of which more has come than is read.
  private static String size(Path file, int most) throws IOException {
    return Places.stays(file)
        ? String.format(Locale.ROOT, "%,d bytes", Files.size(file))
        : String.format(Locale.ROOT, "more than %,d bytes", most);
  }

  private static OpeningException refusal(Path file, String found) {
    return new OpeningException(file + ": expected " + WANTED + ", found " + found);
  }
}
