package voidscope.ui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import voidscope.Toolkit;
import voidscope.cli.Cli;
import voidscope.cli.Terminal;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.ScenarioFile;
import voidscope.experiment.scenario.Scenarios;

/// Looks everywhere for an estimator that has been added to the program, and prints where it is.
final class AddedEstimator {
  private static final int PATIENCE = 1000;

  private final String key;
  private final String label;
  private final String colour;
  private final Path folder;

  private AddedEstimator(String key, String label, String colour, Path folder) {
    this.key = key;
    this.label = label;
    this.colour = colour;
    this.folder = folder;
  }

  /// Runs it.
  ///
  /// @param arguments its key, its label, its colour such as `#3C5A14`, a folder to write into
  public static void main(String[] arguments) throws IOException {
    AddedEstimator added =
        new AddedEstimator(arguments[0], arguments[1], arguments[2], Path.of(arguments[3]));
    added.commands();
    added.window();
    System.exit(0);
  }

  private static void found(String where, boolean there) {
    System.out.println((there ? "found in " : "missing in ") + where);
  }

  private void commands() throws IOException {
    found("list", run("list").contains("\"key\" : \"" + key + "\""));
    String moments =
        run("moments", "--estimator=" + key, "--theta=0.3", "--target=0.45", "--samples=20000");
    double z = Double.parseDouble(moments.replaceFirst("(?s).*\"z\" : (-?[\\d.eE-]+).*", "$1"));
    // Within 5 standard errors: false alarm one in 1.7 million.
    found("moments, unbiased", Math.abs(z) < 5);
    Scenario scenario = Scenarios.standard();
    Path file = folder.resolve("added.toml");
    ScenarioFile.write(
        new Scenario(
                scenario.problem(), List.of(Scenarios.estimator(key)), scenario.run(), List.of())
            .with(Scenario.RUN, "steps", 50),
        file);
    run("export", file.toString(), "--format=svg", "--chart=loss", "--out=" + folder);
    String svg = Files.readString(folder.resolve("loss.svg"));
    found("legend", svg.contains(">" + label + "<"));
    found("export in its colour", svg.toUpperCase(Locale.ROOT).contains(colour));
  }

  private static String run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    int code =
        Cli.run((file, paused, terminal) -> 0, new Terminal(stream, System.err, false), arguments);
    if (code != 0) {
      throw new IllegalStateException(String.join(" ", arguments) + " ended with " + code);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private void window() {
    try (Window window = new Window()) {
      found("menu", there(window, "part-" + key));
      Toolkit.runFx(() -> window.model().contenders().setTakesPart(key, true));
      found("run", until(() -> runs(window)));
      Toolkit.runFx(() -> window.model().looks().show("comparison"));
      found("comparison", until(() -> there(window, "compare-" + key)));
    }
  }

  private static boolean there(Window window, String id) {
    return Toolkit.onFx(() -> window.controller().scene().lookup("#" + id) != null);
  }

  private boolean runs(Window window) {
    Snapshot now = Toolkit.onFx(() -> Objects.requireNonNull(window.model().follower().newest()));
    return now.tracks().stream().anyMatch(track -> track.id().equals(key) && track.step() > 0);
  }

  private static boolean until(BooleanSupplier condition) {
    for (int i = 0; i < PATIENCE && !condition.getAsBoolean(); i++) {
      Toolkit.pulses(1);
    }
    return condition.getAsBoolean();
  }
}
