package voidscope.laboratory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import voidscope.chart.export.Csv;
import voidscope.estimator.Estimator;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.experiment.record.Measurement;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.experiment.scenario.RunParameters;
import voidscope.experiment.scenario.Scenario;
import voidscope.objective.Capability;
import voidscope.text.Count;
import voidscope.text.Words;

/// The estimators side by side at one moment of a run, as text.
///
/// @param rows those that lists show, in their order
public record Comparison(List<Row> rows) {
  /// Seconds of training over which errors are compared.
  private static final double SPAN = 1;

  /// A squared bias of less than so many times its noise may be noise.
  private static final double SHOWS = 9;

  /// Contenders that stand by so many steps apart may be in the middle of one burst.
  private static final long BURST = 1000;

  /// One estimator.
  ///
  /// @param id of the estimator
  /// @param label what people call it
  /// @param values one a column, NaN where it is unknown
  /// @param note why nothing is measured, or nothing that means anything, or empty
  /// @param barred whether it cannot run with the problem
  public record Row(String id, String label, List<Double> values, String note, boolean barred) {
    /// What a column shows of it.
    public String shown(ComparisonColumn column) {
      return column.shown(values.get(ComparisonColumn.all().indexOf(column)));
    }
  }

  /// An estimator that is listed, whether or not it takes part.
  ///
  /// @param id of the estimator
  /// @param label what people call it
  /// @param entry its line of the catalogue
  /// @param estimator the estimator at the settings that hold for it now
  /// @param takesPart whether it does
  /// @param obstacle why it cannot run with the problem, or empty
  public record Candidate(
      String id,
      String label,
      EstimatorEntry entry,
      Estimator estimator,
      boolean takesPart,
      String obstacle) {}

  /// What a column is computed from.
  ///
  /// @param entry the estimator's line of the catalogue
  /// @param estimator the estimator at the settings that hold for it now
  /// @param batch estimates ĝ that a training step averages
  /// @param track its part of the run, or null
  /// @param yardstick REINFORCE's part of the run, or null
  public record Subject(
      EstimatorEntry entry,
      Estimator estimator,
      int batch,
      @Nullable Track track,
      @Nullable Track yardstick) {
    /// Whether it needs something of the objective.
    public boolean requires(Capability capability) {
      return estimator.requires().contains(capability);
    }

    /// Whether its gradient is the exact one.
    public boolean exact() {
      return estimator.evaluations() == 0;
    }

    /// Measured variance of one estimate ĝ; 0 for the exact one, NaN if unknown.
    public double variance() {
      if (exact()) {
        return 0;
      }
      return track == null ? Double.NaN : variance(track);
    }

    /// That variance in units of REINFORCE's.
    public double ratio() {
      return yardstick == null ? Double.NaN : variance() / variance(yardstick);
    }

    /// Numbers that it learns beside θ.
    public double parameters() {
      return track == null ? Double.NaN : track.parameters();
    }

    /// Compute time of a training step.
    public double seconds() {
      return track == null || track.step() == 0
          ? Double.NaN
          : track.clock().taken(track.step()) / track.step();
    }

    /// Mean square error of ĝ averaged over a second of training, its bias included.
    public double squareError() {
      return exact() ? 0 : squareBias() + variance() * seconds() / batch / SPAN;
    }

    /// ‖E ĝ − g‖²; NaN where it is unknown or does not show above the noise of its measurement.
    private double squareBias() {
      if (entry.unbiased()) {
        return 0;
      }
      Measurement measured = track == null ? null : track.measured();
      if (measured == null) {
        return Double.NaN;
      }
      double square = measured.bias() * measured.bias();
      if (Double.isFinite(measured.exactVariance())) {
        return square;
      }
      // A mean of N estimates is off by V/N in square, without any bias.
      double noise = measured.variance() / measured.samples();
      return square > SHOWS * noise ? square - noise : Double.NaN;
    }

    private static double variance(Track track) {
      Measurement measured = track.measured();
      return measured == null || measured.doubtful() ? Double.NaN : measured.variance();
    }
  }

  /// Everybody in the order given.
  ///
  /// @param snapshot of the run, or null before the first
  /// @param candidates those that lists show
  /// @param batch estimates ĝ that a training step averages
  public static Comparison of(@Nullable Snapshot snapshot, List<Candidate> candidates, int batch) {
    List<Track> tracks = snapshot == null ? List.of() : snapshot.tracks();
    long head = snapshot == null ? 0 : snapshot.head();
    Track yardstick =
        tracks.stream()
            .filter(track -> track.entrant().kind().equals(Estimators.REINFORCE))
            .filter(track -> !behind(track, head))
            .findFirst()
            .orElse(null);
    List<Row> rows = new ArrayList<>();
    for (Candidate candidate : candidates) {
      boolean part = candidate.takesPart();
      Track track = part ? track(tracks, candidate.id()) : null;
      Subject subject =
          new Subject(candidate.entry(), candidate.estimator(), batch, track, yardstick);
      List<Double> values =
          ComparisonColumn.all().stream().map(c -> c.value().applyAsDouble(subject)).toList();
      String obstacle = candidate.obstacle();
      String note =
          track != null && behind(track, head)
              ? "at step %s of %s".formatted(Count.grouped(track.step()), Count.grouped(head))
              : note(part, track, obstacle);
      rows.add(new Row(candidate.id(), candidate.label(), values, note, !obstacle.isEmpty()));
    }
    return new Comparison(List.copyOf(rows));
  }

  /// What the window shows of a run that it has opened and taken to the same step: all who take
  /// part, and those of the lecture who do not.
  public static Comparison of(Snapshot snapshot) {
    Scenario scenario = snapshot.scenario().at(snapshot.head());
    return of(
        snapshot, Candidates.listed(scenario), scenario.run().integer(RunParameters.BATCH.key()));
  }

  /// Whether a contender that has joined later is still catching up: what is measured of it is of
  /// another moment than that of the others, who are apart by one burst at most.
  private static boolean behind(Track track, long head) {
    return track.failure() == null && head - track.step() > Math.max(BURST, head / 10);
  }

  /// The step that those have reached who are not catching up.
  public static long reached(Snapshot snapshot) {
    return snapshot.tracks().stream()
        .filter(track -> track.failure() == null && !behind(track, snapshot.head()))
        .mapToLong(Track::step)
        .min()
        .orElse(snapshot.head());
  }

  private static @Nullable Track track(List<Track> tracks, String key) {
    return tracks.stream().filter(t -> t.id().equals(key)).findFirst().orElse(null);
  }

  private static String note(boolean takesPart, @Nullable Track track, String obstacle) {
    Track.Failure failure = track == null ? null : track.failure();
    if (failure != null) {
      return "diverged at step " + Count.grouped(failure.step());
    }
    Measurement measured = track == null ? null : track.measured();
    if (measured != null && measured.doubtful()) {
      return "too few of " + Count.grouped(measured.samples()) + " samples on a rare side";
    }
    return obstacle.isEmpty() && !takesPart ? "not in the run" : obstacle;
  }

  /// What variances are those of: of one estimate ĝ, and of which of those in the run that is a
  /// pair or K samples.
  public static String unit(List<Candidate> candidates) {
    Map<Integer, List<String>> labels = new TreeMap<>();
    for (Candidate candidate : candidates) {
      if (candidate.takesPart()) {
        int samples = candidate.estimator().hardSamples();
        labels.computeIfAbsent(samples, count -> new ArrayList<>()).add(candidate.label());
      }
    }
    labels.remove(1);
    String several =
        labels.entrySet().stream()
            .map(
                group ->
                    Words.list(group.getValue())
                        + ": "
                        + (group.getKey() == 2 ? "a pair" : group.getKey() + " samples"))
            .collect(Collectors.joining("; "));
    return "variance of one estimate ĝ" + (several.isEmpty() ? "" : " (" + several + ")");
  }

  /// A table for a spreadsheet: every number in full.
  public String csv() {
    List<String> cells = new ArrayList<>(List.of("estimator"));
    ComparisonColumn.all().forEach(c -> cells.add(c.title()));
    cells.add("note");
    StringBuilder text = new StringBuilder(Csv.row(cells)).append('\n');
    for (Row row : rows) {
      cells.clear();
      cells.add(row.label());
      for (int i = 0; i < row.values().size(); i++) {
        cells.add(ComparisonColumn.all().get(i).plain(row.values().get(i)));
      }
      cells.add(row.note());
      text.append(Csv.row(cells)).append('\n');
    }
    return text.toString();
  }

  /// A table for a text: every number as it is shown.
  public String markdown() {
    List<ComparisonColumn> columns = ComparisonColumn.all();
    StringBuilder text = new StringBuilder("| estimator |");
    columns.forEach(c -> text.append(' ').append(c.title()).append(" |"));
    text.append("\n|---|")
        .append(
            columns.stream().map(c -> c.number() ? "--:|" : ":-:|").collect(Collectors.joining()))
        .append('\n');
    for (Row row : rows) {
      text.append("| ").append(row.label()).append(" |");
      for (int i = 0; i < columns.size(); i++) {
        text.append(' ').append(columns.get(i).shown(row.values().get(i))).append(" |");
      }
      text.append('\n');
    }
    return text.toString();
  }
}
