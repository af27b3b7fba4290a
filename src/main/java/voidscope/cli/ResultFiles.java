package voidscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import voidscope.chart.series.Charts;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.experiment.scenario.ScenarioFile;
import voidscope.laboratory.RunTables;

/// The names of the files that a run leaves in its folder, by which those of an earlier one are
/// known.
final class ResultFiles {
  /// The scenario.
  static final String SCENARIO = "scenario.toml";

  /// The figures in short.
  static final String SUMMARY = "summary.json";

  /// The state of a run that was stopped.
  static final String STATE = "stopped.checkpoint";

  private ResultFiles() {}

  /// All that any run of a scenario may leave.
  static Set<String> of(Scenario scenario) {
    Set<String> names = new LinkedHashSet<>(RunTables.names(scenario));
    Charts.catalogue().entries().forEach(chart -> names.add(chart.key() + ".png"));
    names.add(SUMMARY);
    names.add(SCENARIO);
    names.add(STATE);
    return names;
  }

  /// What an earlier run has left in a folder; nothing where none has left its scenario.
  static List<Path> present(Path folder) {
    List<Path> files = new ArrayList<>();
    try {
      for (String name : of(ScenarioFile.read(folder.resolve(SCENARIO)))) {
        Path file = folder.resolve(name);
        if (Files.isRegularFile(file)) {
          files.add(file);
        }
      }
    } catch (ScenarioException e) {
      return List.of();
    }
    return files;
  }

  /// Removes files of an earlier run.
  ///
  /// @return the names of those that are gone
  static List<String> remove(List<Path> files) throws IOException {
    List<String> gone = new ArrayList<>();
    for (Path file : files) {
      if (Files.deleteIfExists(file)) {
        gone.add(String.valueOf(file.getFileName()));
      }
    }
    return gone;
  }
}
