package voidscope.laboratory;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import voidscope.chart.export.FigureScenario;
import voidscope.data.DataException;
import voidscope.data.ImageFile;
import voidscope.experiment.run.Checkpoint;
import voidscope.experiment.scenario.ScenarioException;

/// Tells the kinds of files apart and has each read by who knows it.
final class OpeningReader {
  private static final int LOOK_AHEAD = 4096;
  private static final int LONGEST = 1 << 26;
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
      return new Opening.OfCheckpoint(file, Checkpoint.of(file, in.readAllBytes()));
    }
    if (ImageFile.begins(start)) {
      Path whole = file.toAbsolutePath().normalize();
      return new Opening.OfImages(whole, ImageFile.read(whole, in));
    }
    byte[] content = in.readNBytes(LONGEST);
    if (content.length == LONGEST) {
      throw refusal(file, "another kind of file, of more than " + LONGEST + " bytes");
    }
    FigureScenario.Carried carried =
        FigureScenario.find(file, content)
            .orElseThrow(() -> refusal(file, "another kind of file, without a line voidscope = 1"));
    return new Opening.OfScenario(file, carried.scenario(), carried.view());
  }

  private static OpeningException refusal(Path file, String found) {
    return new OpeningException(file + ": expected " + WANTED + ", found " + found);
  }
}
