package voidscope.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Wish;
import voidscope.experiment.run.Checkpoint;
import voidscope.experiment.run.Engine;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.scenario.Scenario;
import voidscope.laboratory.ResultFile;
import voidscope.ui.file.Chooser;
import voidscope.ui.file.Home;
import voidscope.ui.widget.Theme;
import voidscope.ui.widget.Ticker;

/// A picture of the window as it shows a run that has ended, for places without a display. Starts
/// the toolkit, which is to be done once in a program.
public final class WindowPicture {
  private static final int FRAMES = 90;
  private static final int SECONDS = 60;

  private WindowPicture() {}

  /// Saves the picture as PNG.
  ///
  /// @param height in pixels, less than the headless screen's 1000
  /// @throws IOException if the window cannot be made or the file not be written
  public static void save(Snapshot snapshot, Path file, int width, int height) throws IOException {
    CompletableFuture<WritableImage> picture = new CompletableFuture<>();
    try {
      Platform.startup(() -> show(snapshot, width, height, picture));
      WritableImage image = picture.get(SECONDS, TimeUnit.SECONDS);
      ResultFile.write(
          file,
          out -> {
            if (!ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", out)) {
              throw new IOException("this Java cannot write PNG");
            }
          });
    } catch (ExecutionException | TimeoutException | UnsupportedOperationException e) {
      throw new IOException("the window could not be painted: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while painting the window", e);
    }
  }

  /// Shows the window and takes its picture when its charts have been painted.
  private static void show(
      Snapshot snapshot, int width, int height, CompletableFuture<WritableImage> picture) {
    try {
      Theme.prepare();
      WorkbenchController window =
          new WorkbenchController(
              snapshot.scenario(), new Still(snapshot), new NoChooser(), Home.NONE);
      Stage stage = new Stage();
      stage.setScene(window.scene());
      // The headless screen is 1000 pixels square; larger windows paint only from its corner.
      stage.setX(0);
      stage.setY(0);
      stage.setWidth(width);
      stage.setHeight(height);
      stage.show();
      window.start(false);
      AtomicInteger frames = new AtomicInteger();
      new Ticker(
              () -> {
                if (frames.incrementAndGet() == FRAMES) {
                  Platform.runLater(() -> finish(window, stage, picture));
                }
              },
              rate -> {})
          .start();
    } catch (RuntimeException e) {
      picture.completeExceptionally(e);
    }
  }

  private static void finish(
      WorkbenchController window, Stage stage, CompletableFuture<WritableImage> picture) {
    picture.complete(window.scene().snapshot(null));
    window.close();
    stage.close();
  }

  /// A run that has ended.
  private record Still(Snapshot poll) implements Engine {
    @Override
    public void submit(Scenario wanted, long gesture) {}

    @Override
    public long restart(Scenario scenario, boolean keeping) {
      return 0;
    }

    @Override
    public long resume(Checkpoint checkpoint) {
      return 0;
    }

    @Override
    public long bringBack(long run) {
      return run;
    }

    @Override
    public void save(Path checkpoint, Consumer<String> told) {}

    @Override
    public void bound(
        int samples, int images, Consumer<List<Experiment.Bound>> told, Consumer<String> failed) {}

    @Override
    public void wish(Set<Wish> wishes) {}

    @Override
    public void run() {}

    @Override
    public void runTo(long step) {}

    @Override
    public void pause() {}

    @Override
    public void step(long count) {}

    @Override
    public void speed(double stepsPerSecond) {}

    @Override
    public @Nullable String takeRefusal() {
      return null;
    }

    @Override
    public void onRetired(Consumer<Experiment> told) {}

    @Override
    public void onAnswer(Runnable told) {}

    @Override
    public void close() {}
  }

  private record NoChooser() implements Chooser {
    @Override
    public Optional<Path> open(String kind, String ending) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> save(String kind, String ending, String name) {
      return Optional.empty();
    }
  }
}
