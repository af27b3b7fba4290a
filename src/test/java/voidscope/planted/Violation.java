package voidscope.planted;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import jdk.incubator.vector.FloatVector;
import org.apache.commons.math3.util.FastMath;
import org.jfree.data.Range;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.scenario.Scenario;
import voidscope.problem.rl.Worlds;
import voidscope.problem.toy.SquaredDistance;
import voidscope.problem.vae.LatentEdit;

/// Breaks every law on purpose: the architecture test must find it guilty.
final class Violation {
  static final List<String> SEEN = new ArrayList<>();
  static int counter;

  private Violation() {}

  static double sin(Scenario scenario, Random random, SplittableRandom split) {
    RandomGenerator generator = ThreadLocalRandom.current();
    counter += random.nextInt() + split.nextInt() + generator.nextInt();
    SEEN.add(scenario.toString());
    return counter + FloatVector.SPECIES_PREFERRED.length() + Math.random() + FastMath.exp(1);
  }

  static void look(Experiment experiment, Node node, AnimationTimer timer, FXMLLoader loader) {
    SEEN.add(new SquaredDistance(1, 0, 0) + LatentEdit.none("", 0, 1).toString());
    SEEN.add(experiment.head() + "" + node + Color.RED + new Range(0, 1) + loader);
    SEEN.add(Worlds.catalogue().kind());
    Platform.runLater(timer::start);
    Thread.ofPlatform().start(timer::stop);
  }
}
