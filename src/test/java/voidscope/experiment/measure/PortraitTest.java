package voidscope.experiment.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.experiment.record.Track;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.scenario.ScenarioFile;
import voidscope.stat.NormalLaw;
import voidscope.stat.Sigmoid;
import voidscope.thread.ThreadTeam;

/// What jumps is drawn upright: two points stand close on both sides of it.
final class PortraitTest {
  /// Less than a thousandth of a pixel of any screen.
  private static final double UPRIGHT = 4e-6;

  private static Track.SurrogateCurve curve(String problem, String estimator) throws Exception {
    String text =
        "voidscope = 1\n[problem]\n" + problem + "\n[[estimator]]\nname = \"" + estimator + "\"\n";
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(ScenarioFile.parse("test", text), team);
      experiment.advance(0);
      Track track = experiment.snapshot().tracks().getFirst();
      return Objects.requireNonNull(track.exhibit(Track.SurrogateCurve.class));
    }
  }

  /// The point before the one jump that is near.
  private static int before(Track.SurrogateCurve curve, double jump) {
    for (int i = 1; i < curve.u().length; i++) {
      boolean near =
          Math.abs(curve.u()[i - 1] - jump) < UPRIGHT && Math.abs(curve.u()[i] - jump) < UPRIGHT;
      if (near && curve.hard()[i - 1] != curve.hard()[i]) {
        return i - 1;
      }
    }
    return fail("nothing upright at " + jump);
  }

  private static void assertAscending(double[] u) {
    for (int i = 1; i < u.length; i++) {
      assertTrue(u[i] > u[i - 1]);
    }
  }

  @ParameterizedTest
  @CsvSource({"0", "0.3", "-2", "3.7"})
  void oneOrZero_flipsAtOnePlace_andIsFlatBeside(double theta) throws Exception {
    for (String problem :
        new String[] {
          "name = \"squared-distance\"\ntarget = 0.45\nlogit = " + theta,
          "name = \"formula\"\nformula = \"(b1 - 0.3)^2 + b1·b2 - b2/4\"\nlatents = 2\nlogit = "
              + theta
        }) {
      Track.SurrogateCurve curve = curve(problem, "relax");
      assertAscending(curve.u());
      double flip = Sigmoid.of(-theta);
      int before = before(curve, flip);
      for (int i = 1; i < curve.u().length; i++) {
        if (i != before + 1) {
          assertEquals(curve.hard()[i - 1], curve.hard()[i]);
        }
      }
    }
  }

  @Test
  void staircaseOfAGaussian_isUprightAtEachStep_andFlatBetween() throws Exception {
    Track.SurrogateCurve curve =
        curve("name = \"gaussian-steps\"\nmean = 0.2\ndeviation = 1.4\ntarget = 0.7", "lax");
    assertAscending(curve.u());
    int steps = 0;
    for (int j = -3; j <= 3; j++) {
      if (j != 0) {
        before(curve, NormalLaw.cumulative((.7 + j - .2) / 1.4));
      }
    }
    for (int i = 1; i < curve.u().length; i++) {
      steps += curve.hard()[i] != curve.hard()[i - 1] ? 1 : 0;
    }
    assertEquals(6, steps);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void oneHot_changesBetweenTwoClassesAtOnce_andEachClassIsAPoint(int classes) throws Exception {
    String problem = "name = \"categorical-quadratic\"\nclasses = " + classes;
    Track.SurrogateCurve curve = curve(problem, "relax");
    assertAscending(curve.u());
    for (int k = 1; k < classes; k++) {
      before(curve, k + .5);
    }
    for (int k = 1; k <= classes; k++) {
      assertTrue(Arrays.binarySearch(curve.u(), k) >= 0);
    }
  }

  @Test
  void jumpsOfAWrittenF_areUpright_andWhereItHasNoneThePointsAreEven() throws Exception {
    String head = "name = \"formula-gaussian\"\nmean = 0\ndeviation = 1\nformula = ";
    Track.SurrogateCurve step = curve(head + "\"floor(b)\"\nblack-box = true", "lax");
    for (int jump = -1; jump <= 2; jump++) {
      before(step, NormalLaw.cumulative(jump));
    }
    Track.SurrogateCurve smooth = curve(head + "\"exp(-b^2)\"", "lax");
    for (int i = 0; i < smooth.u().length; i++) {
      assertEquals((i + .5) / smooth.u().length, smooth.u()[i], 1e-7);
    }
  }
}
