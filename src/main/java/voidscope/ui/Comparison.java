package voidscope.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import voidscope.chart.Csv;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.experiment.Snapshot;
import voidscope.experiment.Track;

/// The estimators side by side at one moment of a run, as text.
///
/// @param rows those that lists show, in the catalogue's order
record Comparison(List<Row> rows) {
  private static final String YARDSTICK = "reinforce";

  /// One estimator.
  ///
  /// @param entry of the catalogue
  /// @param values one a column, NaN where it is unknown
  /// @param note why nothing is measured, or empty
  /// @param barred whether it cannot run with the problem
  record Row(EstimatorEntry entry, List<Double> values, String note, boolean barred) {}

  /// What a column is computed from.
  ///
  /// @param entry the estimator
  /// @param track its part of the run, or null
  /// @param yardstick REINFORCE's part of the run, or null
  record Entrant(EstimatorEntry entry, @Nullable Track track, @Nullable Track yardstick) {
    /// Measured variance of a single sample's gradient; 0 for the exact one, NaN if unknown.
    double variance() {
      if (entry.evaluations() == 0) {
        return 0;
      }
      return track == null ? Double.NaN : variance(track);
    }

    /// That variance in units of REINFORCE's.
    double ratio() {
      return yardstick == null ? Double.NaN : variance() / variance(yardstick);
    }

    /// Numbers that it learns beside θ.
    double parameters() {
      return track == null ? Double.NaN : track.parameters();
    }

    /// Compute time of a training step.
    double seconds() {
      return track == null || track.step() == 0
          ? Double.NaN
          : track.clock().seconds(track.step()) / track.step();
    }

    private static double variance(Track track) {
      Track.Measurement measured = track.measured();
      return measured == null ? Double.NaN : measured.variance();
    }
  }

  /// Everybody as the model sees them now.
  static Comparison of(WorkbenchModel model) {
    Snapshot snapshot = model.current();
    List<Track> tracks = snapshot == null ? List.of() : snapshot.tracks();
    Track yardstick = track(tracks, YARDSTICK);
    List<Row> rows = new ArrayList<>();
    for (EstimatorEntry entry : Estimators.catalogue().entries()) {
      if (!model.listed(entry.key())) {
        continue;
      }
      Track track = model.takesPart(entry.key()) ? track(tracks, entry.key()) : null;
      Entrant entrant = new Entrant(entry, track, yardstick);
      List<Double> values =
          ComparisonColumn.all().stream().map(c -> c.value().applyAsDouble(entrant)).toList();
      String obstacle = model.obstacle(entry.key()).orElse("");
      rows.add(new Row(entry, values, note(model, entry, track, obstacle), !obstacle.isEmpty()));
    }
    return new Comparison(List.copyOf(rows));
  }

  private static @Nullable Track track(List<Track> tracks, String key) {
    return tracks.stream().filter(t -> t.choice().key().equals(key)).findFirst().orElse(null);
  }

  private static String note(
      WorkbenchModel model, EstimatorEntry entry, @Nullable Track track, String obstacle) {
    Track.Failure failure = track == null ? null : track.failure();
    if (failure != null) {
      return "diverged at step " + Count.grouped(failure.step());
    }
    return obstacle.isEmpty() && !model.takesPart(entry.key()) ? "not in the run" : obstacle;
  }

  /// A table for a spreadsheet: every number in full.
  String csv() {
    List<String> cells = new ArrayList<>(List.of("estimator"));
    ComparisonColumn.all().forEach(c -> cells.add(c.title()));
    cells.add("note");
    StringBuilder text = new StringBuilder(Csv.row(cells)).append('\n');
    for (Row row : rows) {
      cells.clear();
      cells.add(row.entry().label());
      for (int i = 0; i < row.values().size(); i++) {
        cells.add(ComparisonColumn.all().get(i).plain(row.values().get(i)));
      }
      cells.add(row.note());
      text.append(Csv.row(cells)).append('\n');
    }
    return text.toString();
  }

  /// A table for a text: every number as it is shown.
  String markdown() {
    List<ComparisonColumn> columns = ComparisonColumn.all();
    StringBuilder text = new StringBuilder("| estimator |");
    columns.forEach(c -> text.append(' ').append(c.title()).append(" |"));
    text.append("\n|---|")
        .append(
            columns.stream().map(c -> c.number() ? "--:|" : ":-:|").collect(Collectors.joining()))
        .append('\n');
    for (Row row : rows) {
      text.append("| ").append(row.entry().label()).append(" |");
      for (int i = 0; i < columns.size(); i++) {
        text.append(' ').append(columns.get(i).shown(row.values().get(i))).append(" |");
      }
      text.append('\n');
    }
    return text.toString();
  }
}
