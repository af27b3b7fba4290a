package voidscope.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import voidscope.data.ImageSet;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.laboratory.Opening;
import voidscope.laboratory.OpeningException;
import voidscope.thread.ThreadTeam;

/// Bounds the log likelihood that the VAEs of a checkpoint give to images they were not trained on.
@Command(
    name = "bound",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Prints the importance-weighted bound on log p(x), in nats, of every estimator's VAE in a",
      "checkpoint, the mean over its held-back images with its standard error over them."
    },
    footer = {"", "Example:", "  voidscope bound vae.checkpoint --samples 100"})
final class BoundCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "CHECKPOINT", description = "A checkpoint of a VAE's run.")
  private Path file = Path.of("");

  @Option(
      names = "--samples",
      paramLabel = "K",
      description = "Samples an image; 1 gives the ELBO (default: 100).")
  private int samples = 100;

  @Option(
      names = "--images",
      paramLabel = "N",
      description = "Held-back images at most (default: all).")
  private int images = Integer.MAX_VALUE;

  BoundCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws OpeningException, ScenarioException {
    if (samples < 1 || images < 1) {
      throw new InputException("--samples, --images: expected whole numbers from 1 on");
    }
    Opening opening = RunInput.open(file);
    if (!(opening instanceof Opening.OfCheckpoint checkpoint)) {
      throw new InputException(file + ": expected a checkpoint, found another kind of file");
    }
    try (ThreadTeam team = new ThreadTeam(Runtime.getRuntime().availableProcessors());
        Signals.Listening _ = terminal.listen()) {
      Experiment experiment = checkpoint.checkpoint().experiment(team);
      ImageSet learned = experiment.records().images();
      if (learned != null && learned.remark() != null) {
        terminal.err().println(learned.remark().text());
      }
      List<Experiment.Bound> bounds = experiment.bounds(samples, images, terminal.signals());
      if (bounds.isEmpty()) {
        throw new InputException(file + ": expected the run of a VAE, found that of a toy");
      }
      for (Experiment.Bound bound : bounds) {
        if (bound.images() == 0) {
          continue;
        }
        terminal
            .out()
            .println(
                String.format(
                    Locale.ROOT,
                    "%s\treplicate %d\tstep %d\t%.3f\t± %.3f\t%d images",
                    bound.estimator(),
                    bound.replicate(),
                    bound.step(),
                    bound.value(),
                    bound.standardError(),
                    bound.images()));
      }
      if (terminal.signals().getAsBoolean()) {
        terminal
            .err()
            .println(
                "Stopped: the bounds are those of the images seen until then. Ask again for all.");
      }
    }
    return Exit.DONE;
  }
}
