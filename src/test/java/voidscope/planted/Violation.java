package voidscope.planted;

import java.util.Random;
import jdk.incubator.vector.FloatVector;
import voidscope.experiment.Scenario;

/// Breaks the rules on purpose: the architecture test must find it guilty.
final class Violation {
  static int counter;

  private Violation() {}

  static int sin(Scenario scenario, Random random) {
    counter += random.nextInt() + FloatVector.SPECIES_PREFERRED.length();
    return counter + scenario.events().size();
  }
}
