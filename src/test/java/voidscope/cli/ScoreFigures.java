package voidscope.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.experiment.record.Measurement;
import voidscope.experiment.record.Track;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioFile;
import voidscope.laboratory.HeadlessRun;

/// Prints, for every sample with a toy at its own seed and further ones, how many z-scores of
/// unbiased estimators are told, and how many lie beyond 3 and 4, beside what chance gives.
final class ScoreFigures {
  private static final List<String> SAMPLES =
      List.of(
          "t-45",
          "t-499",
          "nonseparable-20",
          "categorical",
          "lax-continuous",
          "lax-black-box",
          "control-variate");
  private static final long STEPS = 10_000;
  private static final double BEYOND_3 = 0.0026998;
  private static final double BEYOND_4 = 6.334e-5;

  private ScoreFigures() {}

  /// Runs the samples.
  ///
  /// @param args further seeds of each sample, 20 where there is none, and which samples, all where
  ///   there are none
  public static void main(String[] args) throws Exception {
    int seeds = args.length == 0 ? 20 : Integer.parseInt(args[0]);
    PrintStream none =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    List<String> samples = args.length > 1 ? List.of(args).subList(1, args.length) : SAMPLES;
    for (String sample : samples) {
      Scenario scenario = ScenarioFile.read(Path.of("samples", sample + ".toml"));
      long measured = 0;
      long told = 0;
      long beyond3 = 0;
      long beyond4 = 0;
      for (int seed = 0; seed <= seeds; seed++) {
        Scenario other = seed == 0 ? scenario : scenario.with(Scenario.RUN, "seed", 1000 + seed);
        ProgressLine progress = new ProgressLine(new Terminal(none, none, false), "steps", STEPS);
        HeadlessRun run = HeadlessRun.run(other, STEPS, 1, progress);
        for (Track track : run.snapshot().tracks()) {
          EstimatorEntry entry = Estimators.catalogue().get(track.id());
          if (entry.unbiased()) {
            for (Measurement m : run.measurements().measurements(entry.key()).values()) {
              measured++;
              told += Double.isNaN(m.z()) ? 0 : 1;
              beyond3 += Math.abs(m.z()) > 3 ? 1 : 0;
              beyond4 += Math.abs(m.z()) > 4 ? 1 : 0;
            }
          }
        }
      }
      System.out.printf(
          Locale.ROOT,
          "%-16s %d measured, %d told, beyond 3: %d (chance %.1f), beyond 4: %d (chance %.2f)%n",
          sample,
          measured,
          told,
          beyond3,
          told * BEYOND_3,
          beyond4,
          told * BEYOND_4);
    }
  }
}
