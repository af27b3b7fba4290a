package voidscope.laboratory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Program;
import voidscope.data.ImageSet;
import voidscope.data.Lighting;
import voidscope.data.Places;
import voidscope.estimator.EstimatorParameters;
import voidscope.experiment.record.Figures;
import voidscope.experiment.record.Measurement;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.experiment.scenario.FileNames;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioFile;
import voidscope.problem.ProblemEntry;
import voidscope.problem.Quantity;
import voidscope.problem.catalogue.Problems;
import voidscope.text.Words;

/// A run's figures as one JSON object.
public final class RunSummary {
  private final Json json;
  private final FileNames names;

  private RunSummary(Json json, FileNames names) {
    this.json = json;
    this.names = names;
  }

  /// Writes the file.
  ///
  /// @param scenario what was run, as its file writes it
  /// @throws IOException if the file cannot be written
  public static void write(HeadlessRun run, Scenario scenario, Path file) throws IOException {
    FileNames names = FileNames.kept(Places.folder(file));
    ResultFile.write(
        file,
        out -> {
          try (Json json = new Json(out)) {
            json.object(null, () -> new RunSummary(json, names).body(run, scenario));
          }
        });
  }

  private void body(HeadlessRun run, Scenario scenario) throws IOException {
    Snapshot last = run.snapshot();
    json.text("version", Program.VERSION);
    json.text("state", last.state().name().toLowerCase(Locale.ROOT));
    json.whole("step", last.step());
    json.number("seconds", run.seconds());
    json.number("threads", run.threads());
    json.number("optimum", last.optimum());
    ImageSet images = last.images();
    if (images != null) {
      json.object(
          "images",
          () -> {
            json.whole("training", images.training());
            json.whole("validation", images.validation());
            Lighting.Remark remark = images.remark();
            if (remark != null) {
              json.text("remark", remark.text());
            }
          });
    }
    json.object(
        "estimators",
        () -> {
          for (Track track : last.tracks()) {
            json.object(track.id(), () -> estimator(run, track));
          }
        });
    json.text("scenario", ScenarioFile.format(scenario, names));
  }

  private static ProblemEntry.Titles titles(Snapshot snapshot) {
    return Problems.catalogue().get(snapshot.scenario().problem().key()).titles();
  }

  private void estimator(HeadlessRun run, Track track) throws IOException {
    json.text("label", track.label());
    if (!track.id().equals(track.entrant().kind())) {
      json.text("estimator", track.entrant().kind());
    }
    json.whole("step", track.step());
    Track.Failure failure = track.failure();
    if (failure != null) {
      json.object(
          "failure",
          () -> {
            json.whole("step", failure.step());
            json.text("message", failure.message());
          });
    }
    for (Parameter tuned :
        List.of(
            EstimatorParameters.TEMPERATURE,
            EstimatorParameters.SCALE,
            EstimatorParameters.COEFFICIENT)) {
      json.number(tuned.key(), track.tuned().value(tuned.key()));
    }
    for (Parameter tuned : List.of(EstimatorParameters.TEMPERATURE, EstimatorParameters.SCALE)) {
      layers(tuned.key() + "s", track.tuned().all(tuned.key()));
    }
    List<Quantity> quantities = run.snapshot().quantities();
    String first = Words.camel(titles(run.snapshot()).column());
    json.object("final", () -> figures(first, Figures.of(track, run.measurements()), quantities));
    json.object(
        "at",
        () -> {
          for (Figures mark : run.marks().figures(track.id()).values()) {
            json.object(Long.toString(mark.step()), () -> figures(first, mark, quantities));
          }
        });
  }

  /// Values of several layers of latents.
  private void layers(String key, List<Double> values) throws IOException {
    if (values.size() > 1) {
      json.array(
          key,
          () -> {
            for (double value : values) {
              json.number(null, value);
            }
          });
    }
  }

  /// @param first name of the first quantity
  private void figures(String first, Figures figures, List<Quantity> quantities)
      throws IOException {
    spread(first, figures.quantities().getFirst());
    spread("loss", figures.loss());
    spread("lnVariance", figures.variance());
    if (quantities.size() > 1) {
      json.object(
          "quantities",
          () -> {
            for (int q = 0; q < quantities.size(); q++) {
              spread(quantities.get(q).label(), figures.quantities().get(q));
            }
          });
    }
    Measurement m = figures.measured();
    if (m != null) {
      json.object("measured", () -> measured(m));
    }
  }

  private void spread(String key, Figures.Spread spread) throws IOException {
    json.object(
        key,
        () -> {
          json.number("median", single(spread.median()));
          json.number("q1", single(spread.q1()));
          json.number("q3", single(spread.q3()));
        });
  }

  /// Recordings hold single precision: the shortest text of that.
  private static double single(double value) {
    return Double.parseDouble(Float.toString((float) value));
  }

  private void measured(Measurement m) throws IOException {
    json.whole("step", m.step());
    json.number("samples", m.samples());
    for (Measurement.Figure figure : Measurement.Figure.values()) {
      json.number(figure.key(), m.get(figure));
    }
  }
}
