package voidscope.chart.export;

import voidscope.catalogue.Program;
import voidscope.chart.figure.ChartView;
import voidscope.chart.series.CarriedView;
import voidscope.chart.series.ChartEntry;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.experiment.scenario.Event;
import voidscope.experiment.scenario.FileNames;
import voidscope.experiment.scenario.RunParameters;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioFile;

/// What a figure was made from, which every saved figure carries.
///
/// @param scenario the text of the scenario that leads to the figure, as [ScenarioFile#format]
///   writes it, below a comment that tells how the charts are looked at
/// @param seed of the run
/// @param step up to which the run is shown
public record Origin(String scenario, long seed, long step) {

  /// That of a run as it is shown: the step budget is the step it has reached, so that the scenario
  /// ends with this figure. It may go anywhere, so files are called by their last name.
  ///
  /// @param chart what the figure shows
  /// @param view how it is looked at
  public static Origin of(Snapshot snapshot, ChartEntry chart, ChartView view) {
    return of(snapshot, chart, view, FileNames.LAST);
  }

  /// The same.
  ///
  /// @param names how it calls files
  public static Origin of(Snapshot snapshot, ChartEntry chart, ChartView view, FileNames names) {
    return of(snapshot, new CarriedView(chart.key(), view), names);
  }

  /// The same.
  ///
  /// @param carried what the figure shows, how it is looked at and dressed
  /// @param names how it calls files
  public static Origin of(Snapshot snapshot, CarriedView carried, FileNames names) {
    long step = snapshot.tracks().stream().mapToLong(Track::step).max().orElse(1);
    Scenario shown = snapshot.scenario();
    String budget = RunParameters.STEPS.key();
    shown =
        shown
            .with(Scenario.RUN, budget, Math.max(1, (double) step))
            .withEvents(shown.events().stream().filter(event -> !of(event, budget)).toList());
    return new Origin(
        ViewText.format(carried) + ScenarioFile.format(shown, names),
        shown.run().whole(RunParameters.SEED.key()),
        step);
  }

  private static boolean of(Event event, String key) {
    return event.scope().equals(Scenario.RUN) && event.key().equals(key);
  }

  /// The program and its version.
  String program() {
    return "Voidscope " + Program.VERSION;
  }

  /// The comments with which a file of LaTeX begins that carries its scenario.
  public String texComments() {
    StringBuilder text = new StringBuilder("% ").append(sentence()).append('\n');
    scenario()
        .lines()
        .forEach(
            line ->
                text.append(PgfFigure.SCENARIO)
                    .append(line.isEmpty() ? "" : " ")
                    .append(line)
                    .append('\n'));
    return text.toString();
  }

  /// What, in one line.
  String sentence() {
    return program() + ", seed " + seed + ", step " + step;
  }
}
