package voidscope.laboratory;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import voidscope.chart.export.Csv;
import voidscope.data.ImageSet;
import voidscope.experiment.record.Measurement;
import voidscope.experiment.record.Series;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.experiment.scenario.Scenario;
import voidscope.problem.ProblemEntry;
import voidscope.problem.Quantity;
import voidscope.problem.catalogue.Problems;

/// A run as CSV files, one row per step and estimator. A recording that has outgrown its finest
/// level has a row where each of its buckets begins. NaN is written as such; a cell that was not
/// measured is empty. Each file is written whole or not at all.
public final class RunTables {
  private static final String LOSS = "loss.csv";
  private static final String QUANTITIES = "quantities.csv";
  private static final String MOMENTS = "moments.csv";
  private static final String TERMS = "terms.csv";

  private final Path folder;
  private final List<Path> written = new ArrayList<>();

  public RunTables(Path folder) {
    this.folder = folder;
  }

  /// Writes all tables.
  ///
  /// @throws IOException that names the one that cannot be written, and the reason
  ///
  /// @return the files
  public List<Path> write(HeadlessRun run) throws IOException {
    Snapshot snapshot = run.snapshot();
    ProblemEntry.Titles titles =
        Problems.catalogue().get(snapshot.scenario().problem().key()).titles();
    ImageSet images = snapshot.images();
    if (images == null) {
      series(titles.file() + ".csv", titles.column(), snapshot, Track::theta);
    } else {
      validation(titles, snapshot, images);
    }
    series(LOSS, "loss", snapshot, Track::loss);
    if (snapshot.quantities().size() > 1) {
      quantities(snapshot);
    }
    moments(run);
    if (snapshot.tracks().stream().anyMatch(track -> track.control() != null)) {
      terms(snapshot);
    }
    for (Track track : snapshot.tracks()) {
      if (track.curve() != null) {
        surrogate(track.id(), track.curve());
      }
    }
    return List.copyOf(written);
  }

  /// The names of all tables that a run of a scenario may leave.
  public static List<String> names(Scenario scenario) {
    List<String> names = new ArrayList<>();
    names.add(Problems.catalogue().get(scenario.problem().key()).titles().file() + ".csv");
    names.addAll(List.of(LOSS, QUANTITIES, MOMENTS, TERMS));
    scenario.estimators().forEach(entrant -> names.add(surrogateOf(entrant.id())));
    return names;
  }

  private static String surrogateOf(String id) {
    return "surrogate-" + id + ".csv";
  }

  private void series(
      String file, String column, Snapshot snapshot, Function<Track, Track.Band> choice)
      throws IOException {
    series(file, column, snapshot, choice, "", (track, i) -> List.of());
  }

  /// The first quantity of a VAE, with its standard error over the images it is taken of.
  private void validation(ProblemEntry.Titles titles, Snapshot snapshot, ImageSet images)
      throws IOException {
    int error = Quantity.error(snapshot.quantities());
    String count = Integer.toString(images.validation());
    series(
        titles.file() + ".csv",
        titles.column(),
        snapshot,
        Track::theta,
        ",standard_error,images",
        (track, i) -> List.of(quartile(track.quantities().get(error).middle(), i), count));
  }

  /// @param head of the further cells of a row
  /// @param more those cells, of a track and a bucket
  private void series(
      String file,
      String column,
      Snapshot snapshot,
      Function<Track, Track.Band> choice,
      String head,
      BiFunction<Track, Integer, List<String>> more)
      throws IOException {
    String columns = "step,estimator," + column + ",q1,q3" + head;
    table(
        file,
        columns,
        table -> {
          for (Track track : snapshot.tracks()) {
            Track.Band band = choice.apply(track);
            for (int i = 0; i < band.middle().rows(); i++) {
              List<String> cells = row(track, band, i);
              cells.addAll(more.apply(track, i));
              table.cells(cells);
            }
          }
        });
  }

  /// Step, estimator, median and quartiles.
  private static List<String> row(Track track, Track.Band band, int row) {
    Series.View middle = band.middle();
    List<String> cells = new ArrayList<>();
    cells.add(Long.toString(middle.rowStep(row)));
    cells.add(track.id());
    cells.add(single(middle.row(row)));
    cells.add(quartile(band.low(), row));
    cells.add(quartile(band.high(), row));
    return cells;
  }

  private void quantities(Snapshot snapshot) throws IOException {
    table(
        QUANTITIES,
        "step,estimator,quantity,value,q1,q3",
        table -> {
          for (Track track : snapshot.tracks()) {
            for (int q = 0; q < track.quantities().size(); q++) {
              Track.Band band = track.quantities().get(q);
              for (int i = 0; i < band.middle().rows(); i++) {
                List<String> cells = row(track, band, i);
                cells.add(2, snapshot.quantities().get(q).label());
                table.cells(cells);
              }
            }
          }
        });
  }

  private void moments(HeadlessRun run) throws IOException {
    String head =
        "step,estimator,ln_variance,ln_variance_q1,ln_variance_q3,exact_ln_variance,"
            + "exact_ln_variance_q1,exact_ln_variance_q3,samples,"
            + Arrays.stream(Measurement.Figure.values())
                .map(Measurement.Figure::column)
                .collect(Collectors.joining(","));
    table(
        MOMENTS,
        head,
        table -> {
          for (Track track : run.snapshot().tracks()) {
            String key = track.id();
            Map<Long, Measurement> measured = run.measurements().measurements(key);
            Track.ExactPoints exact = track.exact();
            Map<Long, Integer> places = new TreeMap<>();
            for (int i = 0; i < exact.length(); i++) {
              places.put((long) exact.step()[i], i);
            }
            Track.Band band = track.variance();
            Series.View middle = band.middle();
            for (int i = 0; i < middle.rows(); i++) {
              long step = middle.rowStep(i);
              Integer place = places.get(step);
              List<String> cells = row(track, band, i);
              for (double[] column : new double[][] {exact.variance(), exact.low(), exact.high()}) {
                cells.add(place == null || column == null ? "" : single(Math.log(column[place])));
              }
              Measurement m = measured.get(step);
              cells.add(m == null ? "" : Integer.toString(m.samples()));
              for (Measurement.Figure figure : Measurement.Figure.values()) {
                cells.add(m == null ? "" : known(m.get(figure)));
              }
              table.cells(cells);
            }
          }
        });
  }

  /// The logarithm of each term's variance, where an estimate has several.
  private void terms(Snapshot snapshot) throws IOException {
    table(
        TERMS,
        "step,estimator,term,ln_variance,q1,q3",
        table -> {
          for (Track track : snapshot.tracks()) {
            Track.Control control = track.control();
            for (Track.TermVariance term :
                control == null ? List.<Track.TermVariance>of() : control.terms()) {
              for (int i = 0; i < term.variance().middle().rows(); i++) {
                List<String> cells = row(track, term.variance(), i);
                cells.add(2, term.name());
                table.cells(cells);
              }
            }
          }
        });
  }

  /// What was not measured, or means nothing, is empty.
  private static String known(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "";
  }

  private void surrogate(String key, Track.SurrogateCurve curve) throws IOException {
    table(
        surrogateOf(key),
        "u,z,c,f_hard,f_relaxed",
        table -> {
          for (int i = 0; i < curve.u().length; i++) {
            table.cells(
                List.of(
                    Double.toString(curve.u()[i]),
                    Double.toString(curve.z()[i]),
                    Double.toString(curve.c()[i]),
                    Double.toString(curve.hard()[i]),
                    curve.relaxed().length == 0 ? "" : Double.toString(curve.relaxed()[i])));
          }
        });
  }

  private static String quartile(Series.@Nullable View view, int row) {
    return view == null || row >= view.rows() ? "" : single(view.row(row));
  }

  /// Recordings hold single precision: the shortest text of that.
  private static String single(double value) {
    return Float.toString((float) value);
  }

  /// Rows of a CSV file.
  @FunctionalInterface
  private interface Rows {
    void write(Table table) throws IOException;
  }

  private void table(String name, String head, Rows rows) throws IOException {
    Path file = folder.resolve(name);
    ResultFile.write(
        file,
        out -> {
          Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          text.write(head + "\n");
          rows.write(new Table(text));
          text.flush();
        });
    written.add(file);
  }

  /// A CSV file under way.
  private record Table(Writer out) {
    /// Cells of any text.
    void cells(List<String> cells) throws IOException {
      out.write(Csv.row(cells));
      out.write('\n');
    }
  }
}
