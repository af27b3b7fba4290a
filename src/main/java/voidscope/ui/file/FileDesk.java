package voidscope.ui.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.TransferMode;
import voidscope.chart.series.CarriedView;
import voidscope.data.Images;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.run.Checkpoint;
import voidscope.experiment.scenario.Compatibility;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioFile;
import voidscope.laboratory.Opening;
import voidscope.laboratory.OpeningException;
import voidscope.laboratory.Sample;
import voidscope.text.Count;
import voidscope.text.Reason;
import voidscope.thread.Errands;
import voidscope.ui.model.Message;
import voidscope.ui.model.WorkbenchModel;

/// Opens files, whatever they are, and saves scenarios. A file is read away from the window's
/// thread; whatever goes wrong is told and the run goes on. For the window's thread.
public final class FileDesk {
  private static final String KIND = "Scenario";
  private static final String ENDING = ".toml";
  private static final String OPENED = ".toml .pdf .svg .png .csv .checkpoint";

  /// Files of images have all kinds of names.
  private static final String ANY = "";

  /// Who takes what has been opened, on the window's thread.
  public interface Opened {
    /// Restarts with a scenario.
    void scenario(Scenario scenario);

    /// Looks at the charts as a figure's were, after its scenario has been taken.
    void look(CarriedView view);

    /// Goes on from a checkpoint.
    void resume(Checkpoint checkpoint);

    /// Restarts with a VAE that learns images.
    ///
    /// @param file their absolute path
    void learn(Path file);
  }

  private final WorkbenchModel model;
  private final Chooser chooser;
  private final Opened opened;
  private final Consumer<Path> used;
  private long asked;

  /// @param opened takes what has been opened
  /// @param used told of every file that was opened or saved
  public FileDesk(WorkbenchModel model, Chooser chooser, Opened opened, Consumer<Path> used) {
    this.model = model;
    this.chooser = chooser;
    this.opened = opened;
    this.used = used;
  }

  /// Asks for a file and opens it.
  public void open() {
    chooser.open("Scenario, exported figure or checkpoint", OPENED).ifPresent(this::open);
  }

  /// Asks for a file of images and opens it.
  public void openImages() {
    chooser.open("IDX file of images", ANY).ifPresent(this::open);
  }

  /// Opens a file.
  public void open(Path path) {
    take(
        path,
        () -> {
          Opening opening = Opening.read(path);
          used.accept(path);
          return opening;
        });
  }

  /// Opens a sample.
  public void open(Sample sample) {
    take(sample.file(), sample::open);
  }

  /// Takes over what has been opened elsewhere.
  public void show(Opening opening) {
    take(opening.file(), () -> opening);
  }

  /// Opens what is dropped, the first file of several.
  ///
  /// @return whether there is one
  public boolean drop(Clipboard dropped) {
    if (!dropped.hasFiles()) {
      return false;
    }
    open(dropped.getFiles().getFirst().toPath());
    return true;
  }

  /// How a file comes to be opened, on a thread of its own.
  private interface Source {
    Opening open() throws OpeningException;
  }

  /// Of several files that are asked for the last counts, however long the others take to read.
  private void take(Path path, Source source) {
    long number = ++asked;
    model.message().set(null);
    Errands.begin(
        "open",
        () -> {
          try {
            Opening opening = source.open();
            Optional<String> refusal =
                opening instanceof Opening.OfScenario
                    ? Compatibility.refusal(opening.scenario())
                    : Optional.empty();
            refusal.ifPresentOrElse(
                why -> later(number, () -> refuse(path, why)),
                () -> later(number, () -> accept(opening)));
          } catch (OpeningException e) {
            String why = Objects.requireNonNullElseGet(e.getMessage(), e::toString);
            later(number, () -> refuse(path, why));
          }
        },
        why -> later(number, () -> refuse(path, why)));
  }

  private void later(long number, Runnable work) {
    Platform.runLater(
        () -> {
          if (number == asked) {
            work.run();
          }
        });
  }

  private void accept(Opening opening) {
    switch (opening) {
      case Opening.OfScenario carried -> {
        opened.scenario(carried.scenario());
        carried.view().ifPresent(opened::look);
        model.opened(plain(carried.file()), carried.scenario());
      }
      case Opening.OfCheckpoint stopped -> {
        opened.resume(stopped.checkpoint());
        model.opened(plain(stopped.file()), stopped.checkpoint().scenario());
      }
      case Opening.OfImages learned -> {
        opened.learn(learned.file());
        tell(learned.file(), learned.images());
      }
    }
  }

  private void tell(Path file, Images images) {
    model
        .message()
        .set(
            Message.success(
                "The VAE learns " + file.getFileName(),
                "%s images of %d×%d pixels, the last sixth held back for validation."
                    .formatted(Count.grouped(images.count()), images.rows(), images.columns())));
  }

  private void refuse(Path path, String why) {
    model
        .message()
        .set(
            Message.failure(
                "Could not open " + path.getFileName(),
                why + "\nCorrect the file or open another; the run in progress goes on."));
  }

  /// Saves what has run so far, with its events.
  public void save() {
    Snapshot snapshot = model.follower().newest();
    Scenario scenario = snapshot == null ? model.wanted() : snapshot.scenario();
    chooser
        .save(KIND, ENDING, model.origin().name() + ENDING)
        .ifPresent(path -> save(scenario, path));
  }

  private void save(Scenario scenario, Path path) {
    try {
      ScenarioFile.write(scenario, path);
      model.saved(plain(path), scenario);
      used.accept(path);
      model.message().set(Message.success("Saved " + path.toAbsolutePath(), ""));
    } catch (IOException e) {
      model
          .message()
          .set(
              Message.failure(
                  "Could not save " + path.getFileName(),
                  Reason.unnamed(e) + "\nChoose another folder, or make room on the disk."));
    }
  }

  /// Takes files that are dropped onto a window.
  public void accept(Scene scene) {
    scene.setOnDragOver(
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
          }
          event.consume();
        });
    scene.setOnDragDropped(
        event -> {
          event.setDropCompleted(drop(event.getDragboard()));
          event.consume();
        });
  }

  private static String plain(Path path) {
    String file = String.valueOf(path.getFileName());
    int dot = file.lastIndexOf('.');
    return dot > 0 && List.of(OPENED.split(" ")).contains(file.substring(dot))
        ? file.substring(0, dot)
        : file;
  }
}
