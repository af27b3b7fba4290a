package voidscope.chart.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import voidscope.chart.figure.Extent;
import voidscope.chart.look.Look;
import voidscope.chart.look.Palette;
import voidscope.problem.Episode;
import voidscope.problem.Scenery;

/// Where scenes and strips put what an episode tells.
final class ScenesTest {
  private static final int WIDTH = 600;
  private static final int HEIGHT = 400;
  private static final Look LOOK = Look.screen(Palette.light());
  private static final Scenery CART = new Scenery.Cart(2.4, .4, .24, .06, 1, .08, .2, true);

  private static Episode episode(double period, float... places) {
    float[][] pose = new float[places.length][];
    for (int t = 0; t < pose.length; t++) {
      pose[t] = new float[] {places[t], 0};
    }
    float[] ones = new float[places.length - 1];
    Arrays.fill(ones, 1);
    float[] none = {};
    return new Episode(
        Episode.Which.NEWEST, CART, 7, 3, period, pose, pose, ones, ones, ones, ones, none, none);
  }

  private static Scenes scenes(Episode... episodes) {
    List<Scenes.Shown> shown = new ArrayList<>();
    for (Episode episode : episodes) {
      shown.add(new Scenes.Shown("RELAX", "relax", episode, "V"));
    }
    return new Scenes("", shown, 0);
  }

  /// The mean abscissa of the cart's colour among what moves.
  private static double cart(Scenes scenes) {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = image.createGraphics();
    scenes.moving(g, WIDTH, HEIGHT, LOOK);
    g.dispose();
    int argb = LOOK.palette().ink("relax").argb();
    double sum = 0;
    int count = 0;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        if (image.getRGB(x, y) == argb) {
          sum += x + .5;
          count++;
        }
      }
    }
    assertTrue(count > 50, count + " pixels of a cart");
    return sum / count;
  }

  @Test
  void cart_standsWhereItsPoseIs() {
    Scenes scenes = scenes(episode(.02, -2.4f, 0, 1.2f, 2.4f));
    double left = cart(scenes);
    double middle = cart(scenes.at(.02));
    double half = cart(scenes.at(.04));
    double right = cart(scenes.at(.06));
    assertEquals((left + right) / 2, middle, 1);
    assertEquals(middle + (right - middle) / 2, half, 1);
    assertTrue(right - left > WIDTH / 2.0, "the rail takes " + (right - left));
  }

  @Test
  void step_isThatOfTheTime_andTheLastWhenItIsOver() {
    Episode episode = episode(.02, 0, 1, 2, 3);
    assertEquals(0, Scenes.step(episode, .019));
    assertEquals(1, Scenes.step(episode, .02));
    assertEquals(2, Scenes.step(episode, 2 * .02));
    assertEquals(3, Scenes.step(episode, 9));
    assertEquals(.06, Scenes.seconds(episode), 1e-12);
    assertEquals(1.5, Scenes.seconds(episode(0, 0, 1, 2, 3)), "half a second a step");
  }

  /// The longest sets the time axis of all, and a place of any strip is a time of all.
  @Test
  void places_areTimes() {
    Scenes scenes = scenes(episode(1, 0, 1, 2, 3), episode(1, 0, 1));
    assertEquals(3, scenes.seconds());
    assertEquals(.5, scenes.still().time(), "half of the shortest");
    double found = Double.NaN;
    for (int y = 0; y < HEIGHT && Double.isNaN(found); y++) {
      found = scenes.time(WIDTH / 2.0 - 20, y, WIDTH, HEIGHT, LOOK);
    }
    assertTrue(found > 2 && found <= 3, "near the end of the left strip: " + found);
    assertEquals(found, scenes.nearest(WIDTH / 2.0 - 20, WIDTH, HEIGHT, LOOK));
    assertEquals(0, scenes.nearest(0, WIDTH, HEIGHT, LOOK));
    assertEquals(3, scenes.nearest(WIDTH, WIDTH, HEIGHT, LOOK));
    assertTrue(
        Double.isNaN(scenes.time(WIDTH / 4.0, 5, WIDTH, HEIGHT, LOOK)), "a name is no strip");
  }

  private static List<double[]> points(float[] values, double pitch) {
    List<double[]> points = new ArrayList<>();
    var lane = new Rectangle2D.Double(10, 20, 100, 40);
    double[] at = new double[6];
    for (PathIterator i = StripPath.of(values, pitch, new Extent(0, 1), lane).getPathIterator(null);
        !i.isDone();
        i.next()) {
      int kind = i.currentSegment(at);
      points.add(new double[] {kind == PathIterator.SEG_MOVETO ? 0 : 1, at[0], at[1]});
    }
    return points;
  }

  @Test
  void path_goesThroughEveryStep_andBreaksWhereThereIsNoNumber() {
    List<double[]> points = points(new float[] {0, 1, Float.NaN, .5f, 7}, .1);
    assertEquals(4, points.size());
    assertArrayEquals(new double[] {0, 10, 60}, points.get(0), 1e-9);
    assertArrayEquals(new double[] {1, 20, 20}, points.get(1), 1e-9);
    assertArrayEquals(new double[] {0, 40, 40}, points.get(2), 1e-9);
    assertArrayEquals(new double[] {1, 50, 20}, points.get(3), 1e-9, "beyond the end");
  }

  /// Of five steps a unit the least and the greatest are drawn, in their order.
  @Test
  void path_keepsTheLeastAndTheGreatest_whereStepsAreDense() {
    List<double[]> points = points(new float[] {.5f, 1, .5f, 0, .5f}, .002);
    assertEquals(2, points.size());
    assertEquals(20, points.get(0)[2], 1e-9);
    assertEquals(60, points.get(1)[2], 1e-9);
  }
}
