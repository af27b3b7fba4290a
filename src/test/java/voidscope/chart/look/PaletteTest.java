package voidscope.chart.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.objective.Capability;

/// The themes of charts, judged by eyesight.
class PaletteTest {
  private static final List<String> ESTIMATORS =
      Estimators.catalogue().entries().stream().map(EstimatorEntry::key).toList();

  /// The lecture's own, in the order of the catalogue. There is no room for more colours as far
  /// apart: the others differ by dash and marker as well.
  private static final List<String> LECTURE =
      Estimators.catalogue().entries().stream()
          .filter(entry -> entry.place() != EstimatorEntry.Place.FURTHER)
          .map(EstimatorEntry::key)
          .toList();

  /// The chroma in CIELAB below which a colour looks grey and has no hue.
  private static final double GREY = 8;

  /// Whether both can run with one problem: then they are shown together.
  private static boolean meet(String one, String two) {
    Set<Capability> both = new HashSet<>(Estimators.catalogue().get(one).requires());
    both.addAll(Estimators.catalogue().get(two).requires());
    boolean episodic = both.contains(Capability.RETURNS);
    Set<Capability> never =
        Set.of(Capability.EXACT_GRADIENT, Capability.DERIVATIVE, Capability.REPEATABLE);
    return !both.containsAll(Set.of(Capability.DISCRETE, Capability.CONTINUOUS))
        && !(episodic && both.stream().anyMatch(never::contains));
  }

  static List<Palette> palettes() {
    return List.of(Palette.light(), Palette.dark());
  }

  @ParameterizedTest
  @MethodSource("palettes")
  @DisplayName("every ink stands out 3 to 1 from its ground, and text 4.5 to 1")
  void contrast(Palette palette) {
    for (int ground : new int[] {palette.ground(), palette.plot()}) {
      List<Ink> inks = new ArrayList<>(palette.inks().values());
      for (String key : ESTIMATORS) {
        for (int variant = 1; variant < VariantStrokes.COUNT; variant++) {
          inks.add(palette.ink(key, variant));
        }
      }
      for (Ink ink : inks) {
        double contrast = Eyesight.contrast(ink.argb(), ground);
        assertTrue(contrast >= 3, () -> ink.key() + " " + contrast);
      }
      assertTrue(Eyesight.contrast(palette.text(), ground) >= 4.5);
      assertTrue(Eyesight.contrast(palette.muted(), ground) >= 4.5);
      assertTrue(Eyesight.contrast(palette.event(), ground) >= 3);
    }
  }

  @ParameterizedTest
  @MethodSource("palettes")
  @DisplayName(
      "the colours of two estimators that are shown together stay apart in CIEDE2000, also without"
          + " red, green or blue: those of the lecture by 15, with the others by 10")
  void distance(Palette palette) {
    for (String one : ESTIMATORS) {
      for (String two : ESTIMATORS) {
        if (one.compareTo(two) < 0 && meet(one, two)) {
          double distance = Eyesight.distance(palette.ink(one).argb(), palette.ink(two).argb());
          int least = LECTURE.contains(one) && LECTURE.contains(two) ? 15 : 10;
          assertTrue(
              distance >= least, () -> palette.name() + " " + one + " " + two + " " + distance);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("palettes")
  @DisplayName(
      "no two estimators look alike, those that never run together by 5 at least, and LAX is no"
          + " second Exact")
  void lookalikes(Palette palette) {
    for (String one : ESTIMATORS) {
      for (String two : ESTIMATORS) {
        double distance = Eyesight.distance(palette.ink(one).argb(), palette.ink(two).argb());
        assertTrue(one.equals(two) || distance >= 5, () -> palette.name() + " " + one + " " + two);
      }
    }
    double apart = Eyesight.distance(palette.ink("lax").argb(), palette.ink("exact").argb());
    assertTrue(apart >= 20, palette.name() + " " + apart);
  }

  /// Names of the terms' inks that an estimator with that many terms uses.
  private static final List<String> TERMS =
      List.of("term-first", "term-second", "term-third", "term-fourth");

  @ParameterizedTest
  @MethodSource("palettes")
  @DisplayName("the terms' colours stay 15 apart from each other and from their estimator's")
  void terms(Palette palette) {
    Map<String, Integer> owners =
        Map.of("reinforce-mean", 2, "control-variate", 2, "lax", 3, "rebar", 4, "relax", 4);
    owners.forEach(
        (owner, count) -> {
          List<String> shown = new ArrayList<>(TERMS.subList(0, count));
          shown.add(owner);
          for (String one : shown) {
            for (String two : shown) {
              double distance = Eyesight.distance(palette.ink(one).argb(), palette.ink(two).argb());
              assertTrue(one.equals(two) || distance >= 15, () -> palette.name() + one + two);
            }
          }
        });
  }

  @ParameterizedTest
  @MethodSource("coloured")
  @DisplayName(
      "the dark theme's colour is of the light one's hue, within 25 degrees of CIELAB, and grey"
          + " only where that is")
  void hue(String key) {
    int light = Palette.light().ink(key).argb();
    int dark = Palette.dark().ink(key).argb();
    assertEquals(Eyesight.chroma(light) < GREY, Eyesight.chroma(dark) < GREY, key);
    double turn = Eyesight.turn(light, dark);
    assertTrue(Eyesight.chroma(light) < GREY || turn <= 25, () -> key + " " + turn);
  }

  static List<String> coloured() {
    return Stream.concat(ESTIMATORS.stream(), TERMS.stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("palettes")
  @DisplayName("no two estimators share dash and marker")
  void dashAndMarker(Palette palette) {
    var seen = new HashSet<String>();
    for (String key : ESTIMATORS) {
      Ink ink = palette.ink(key);
      assertTrue(seen.add(List.of(ink.marker()) + Arrays.toString(ink.dash())));
      assertEquals(key, ink.key());
    }
  }

  /// As the README says: a line in the catalogue and a colour in each sheet.
  @Test
  @DisplayName("an estimator that is added has its own colour, and a dash and marker of its own")
  void addedEstimator() {
    List<String> estimators = new ArrayList<>(ESTIMATORS);
    estimators.add(3, "mine");
    estimators.add("theirs");
    Map<String, Integer> colours = new HashMap<>(Tokens.bundled("tokens.css").colours());
    colours.put("-voidscope-key-mine", 0xFF123456);
    colours.put("-voidscope-key-theirs", 0xFF654321);
    Map<String, Ink> inks = Ink.all(new Tokens(colours), estimators);
    assertEquals(estimators, List.copyOf(inks.keySet()).subList(0, estimators.size()));
    List<Ink> all = List.copyOf(inks.values()).subList(0, estimators.size());
    for (Ink own : List.of(all.get(3), all.getLast())) {
      assertEquals(own.key().equals("mine") ? 0xFF123456 : 0xFF654321, own.argb());
      for (Ink other : all) {
        boolean same = own.marker() == other.marker() && Arrays.equals(own.dash(), other.dash());
        assertEquals(own.key().equals(other.key()), same, own.key() + " and " + other.key());
      }
    }
  }
}
