package voidscope.laboratory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import voidscope.catalogue.Catalogue;
import voidscope.chart.export.ViewText;
import voidscope.experiment.scenario.ScenarioException;
import voidscope.experiment.scenario.ScenarioFile;

/// A scenario that comes with the program.
///
/// @param key name of its file, without the ending
/// @param label what people call it
public record Sample(String key, String label) implements Catalogue.Named {
  /// The key of that which trains a VAE as simply as can be.
  public static final String VAE = "vae-linear";

  private static final String ENDING = ".toml";

  private static final Catalogue<Sample> CATALOGUE =
      new Catalogue<>(
          "sample",
          List.of(
              new Sample("t-499", "The race at t = .499"),
              new Sample("t-45", "An easier target, t = .45"),
              new Sample("nonseparable-20", "Twenty latents that interact"),
              new Sample("relax-surrogates", "Three surrogates for RELAX"),
              new Sample("rebar-temperatures", "REBAR’s temperatures"),
              new Sample("optimal-surrogate", "The optimal surrogate c*"),
              new Sample("surrogate-forms", "Which surrogate comes near c*"),
              new Sample("surrogate-scope", "What a surrogate must see"),
              new Sample("surrogate-phases", "How a surrogate is learned"),
              new Sample("surrogate-maps", "A surrogate over two latents"),
              new Sample("relax-balance", "What RELAX balances"),
              new Sample("precision", "What a precision costs"),
              new Sample("control-variate", "A control variate"),
              new Sample("formula", "An f of your own"),
              new Sample("categorical", "Three classes"),
              new Sample("lax-continuous", "A continuous b"),
              new Sample("lax-black-box", "A black box of steps"),
              new Sample(VAE, "A discrete VAE, linear"),
              new Sample("vae-nonlinear", "A discrete VAE with tanh layers"),
              new Sample("vae-two-layer", "A discrete VAE, two layers of b"),
              new Sample("cartpole-race", "CartPole: who learns it first"),
              new Sample("cartpole-variance", "CartPole: variance at one policy"),
              new Sample("cartpole-paper-a2c", "CartPole as published, A2C"),
              new Sample("cartpole-paper-relax", "CartPole as published, RELAX"),
              new Sample("pendulum", "A pendulum held by any force"),
              new Sample("mdp-exact", "Two states, all of it known")));

  /// All of them, in the order of a lecture.
  public static Catalogue<Sample> catalogue() {
    return CATALOGUE;
  }

  private String text() {
    String place = "/voidscope/samples/" + key + ENDING;
    try (InputStream in = Objects.requireNonNull(Sample.class.getResourceAsStream(place), place)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the program lacks its sample " + key, e);
    }
  }

  /// What its file says of it at its beginning.
  public String description() {
    return text()
        .lines()
        .takeWhile(line -> line.startsWith("#"))
        .filter(line -> ViewText.parse(line).isEmpty())
        .map(line -> line.substring(1).strip())
        .collect(Collectors.joining(" "));
  }

  /// What its file is called; it stands nowhere by itself.
  public Path file() {
    return Path.of(key + ENDING);
  }

  /// It, as a file that has been opened.
  public Opening open() {
    try {
      return new Opening.OfScenario(
          file(), ScenarioFile.parse(file().toString(), text()), ViewText.parse(text()));
    } catch (ScenarioException e) {
      throw new IllegalStateException("a sample of the program is not sound", e);
    }
  }
}
