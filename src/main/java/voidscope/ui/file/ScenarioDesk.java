package voidscope.ui.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;
import voidscope.chart.export.FigureScenario;
import voidscope.chart.series.CarriedView;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.run.Checkpoint;
import voidscope.experiment.scenario.Compatibility;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.experiment.scenario.ScenarioFile;
import voidscope.ui.model.Message;
import voidscope.ui.model.WorkbenchModel;

/// Opens and saves scenarios; whatever goes wrong is told and the run goes on.
public final class ScenarioDesk {
  private static final String KIND = "Scenario";
  private static final String ENDING = ".toml";
  private static final String OPENED = ".toml .pdf .svg .png .csv .checkpoint";

  private final WorkbenchModel model;
  private final Chooser chooser;
  private final ImageDesk images;
  private final CheckpointDesk checkpoints;
  private final Consumer<Scenario> opened;
  private final Consumer<CarriedView> looked;
  private String name = "Standard";

  /// @param images opens the files of images among those that are opened
  /// @param checkpoints opens the checkpoints among them
  /// @param opened told the scenario to restart with
  /// @param looked told how a figure's charts were looked at, after that
  public ScenarioDesk(
      WorkbenchModel model,
      Chooser chooser,
      ImageDesk images,
      CheckpointDesk checkpoints,
      Consumer<Scenario> opened,
      Consumer<CarriedView> looked) {
    this.model = model;
    this.chooser = chooser;
    this.images = images;
    this.checkpoints = checkpoints;
    this.opened = opened;
    this.looked = looked;
  }

  /// What the scenario is called.
  public String name() {
    return name;
  }

  /// Calls the scenario as a file is called.
  public void call(Path path) {
    name = plain(path);
  }

  public void open() {
    chooser.open("Scenario, exported figure or checkpoint", OPENED).ifPresent(this::open);
  }

  /// Opens a scenario's file, a figure that carries one, images or a checkpoint.
  public void open(Path path) {
    if (Checkpoint.begins(path)) {
      checkpoints.open(path);
      return;
    }
    if (ImageDesk.takes(path)) {
      images.open(path);
      return;
    }
    try {
      FigureScenario.Carried carried = FigureScenario.carried(path);
      Optional<String> refusal = Compatibility.refusal(carried.scenario());
      if (refusal.isPresent()) {
        refuse(path, refusal.get());
        return;
      }
      name = plain(path);
      model.message().set(null);
      opened.accept(carried.scenario());
      carried.view().ifPresent(looked);
    } catch (ScenarioException e) {
      refuse(path, Objects.requireNonNullElseGet(e.getMessage(), e::toString));
    }
  }

  private void refuse(Path path, String why) {
    model
        .message()
        .set(
            Message.failure(
                "Could not open " + path.getFileName(),
                why + "\nCorrect the file and open it again; the run in progress goes on."));
  }

  /// Saves what has run so far, with its events.
  public void save() {
    Snapshot snapshot = model.snapshot();
    Scenario scenario = snapshot == null ? model.wanted() : snapshot.scenario();
    chooser.save(KIND, ENDING, name + ENDING).ifPresent(path -> save(scenario, path));
  }

  private void save(Scenario scenario, Path path) {
    try {
      ScenarioFile.write(scenario, path);
      name = plain(path);
      model.message().set(Message.success("Saved " + path.toAbsolutePath(), ""));
    } catch (IOException e) {
      model
          .message()
          .set(
              Message.failure(
                  "Could not save " + path.getFileName(),
                  e + "\nChoose another folder, or make room on the disk."));
    }
  }

  /// Takes files that are dropped onto a window.
  public void accept(Scene scene) {
    scene.setOnDragOver(
        event -> {
          if (dropped(event) != null) {
            event.acceptTransferModes(TransferMode.COPY);
          }
          event.consume();
        });
    scene.setOnDragDropped(
        event -> {
          Path path = dropped(event);
          if (path != null) {
            open(path);
          }
          event.setDropCompleted(path != null);
          event.consume();
        });
  }

  private static @Nullable Path dropped(DragEvent event) {
    return event.getDragboard().hasFiles()
        ? event.getDragboard().getFiles().getFirst().toPath()
        : null;
  }

  private static String plain(Path path) {
    String file = String.valueOf(path.getFileName());
    int dot = file.lastIndexOf('.');
    return dot > 0 && List.of(OPENED.split(" ")).contains(file.substring(dot))
        ? file.substring(0, dot)
        : file;
  }
}
