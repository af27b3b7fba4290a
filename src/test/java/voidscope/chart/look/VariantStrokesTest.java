package voidscope.chart.look;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import voidscope.chart.figure.Figure;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;

/// The inks of several of one estimator.
class VariantStrokesTest {
  private static final List<String> ESTIMATORS =
      Estimators.catalogue().entries().stream().map(EstimatorEntry::key).toList();

  /// How many of a kind have a shade each.
  private static final int FEW = 4;

  /// How many of a kind have a dash and marker each.
  private static final int MANY = 12;

  /// The chroma in CIELAB below which a colour looks grey and has no hue.
  private static final double GREY = 8;

  static List<Palette> coloured() {
    return List.of(Palette.light(), Palette.dark());
  }

  static List<Palette> palettes() {
    return List.of(Palette.light(), Palette.dark(), Palette.monochrome());
  }

  private static List<Ink> kind(Palette palette, String key, int from, int to) {
    return IntStream.range(from, to).mapToObj(variant -> palette.ink(key, variant)).toList();
  }

  private static String stroke(Ink ink) {
    return ink.marker() + Arrays.toString(ink.dash());
  }

  @ParameterizedTest
  @MethodSource("coloured")
  @DisplayName(
      "four of a kind stay 8 apart in CIEDE2000, also without red, green or blue, stand out 3 to 1"
          + " and keep the hue within 25 degrees of CIELAB")
  void shades(Palette palette) {
    for (String key : ESTIMATORS) {
      List<Ink> kind = kind(palette, key, 0, FEW);
      int own = kind.getFirst().argb();
      for (Ink ink : kind) {
        for (int ground : new int[] {palette.ground(), palette.plot()}) {
          assertTrue(Eyesight.contrast(ink.argb(), ground) >= 3, ink.key());
        }
        boolean grey = Eyesight.chroma(ink.argb()) < GREY;
        boolean hue = Eyesight.chroma(own) >= GREY && Eyesight.turn(own, ink.argb()) <= 25;
        assertTrue(grey || hue, ink.key());
      }
      pairs(
          kind,
          (one, two) -> {
            double distance = Eyesight.distance(one.argb(), two.argb());
            assertTrue(distance >= 8, () -> one.key() + " " + two.key() + " " + distance);
          });
    }
  }

  private static void pairs(List<Ink> inks, BiConsumer<Ink, Ink> check) {
    for (int i = 0; i < inks.size(); i++) {
      for (int j = 0; j < i; j++) {
        check.accept(inks.get(j), inks.get(i));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("palettes")
  @DisplayName("no dash and marker serves twice among the first four of all estimators")
  void strokesOfAll(Palette palette) {
    Set<String> seen = new HashSet<>();
    for (String key : ESTIMATORS) {
      for (Ink ink : kind(palette, key, 0, FEW)) {
        assertTrue(seen.add(stroke(ink)), ink.key());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("palettes")
  @DisplayName(
      "twelve of a kind have each its dash and marker, and none that is among another estimator's"
          + " first four")
  void strokesOfOneKind(Palette palette) {
    for (String key : ESTIMATORS) {
      Set<String> seen = new HashSet<>();
      for (String other : ESTIMATORS) {
        if (!other.equals(key)) {
          kind(palette, other, 0, FEW).forEach(ink -> seen.add(stroke(ink)));
        }
      }
      for (Ink ink : kind(palette, key, 0, MANY)) {
        assertTrue(seen.add(stroke(ink)), ink.key());
      }
    }
  }

  @Test
  @DisplayName("the first four of a kind have its marker, and dashes that differ at a glance")
  void dashes() {
    for (String key : ESTIMATORS) {
      List<Ink> kind = kind(Palette.light(), key, 0, FEW);
      for (Ink one : kind) {
        assertEquals(kind.getFirst().marker(), one.marker());
        assertEquals(kind.getFirst().width(), one.width());
      }
      pairs(kind, (one, two) -> assertTrue(unlike(one.dash(), two.dash()), two.key()));
    }
  }

  private static boolean unlike(float[] one, float[] two) {
    if (one.length == 0 || two.length == 0) {
      return one.length != two.length;
    }
    boolean dots = one[0] <= 3 && two[0] <= 3;
    boolean far = one[0] >= 1.6 * two[0] || two[0] >= 1.6 * one[0];
    return far || (one.length != two.length && !dots);
  }

  @Test
  @DisplayName("variants show their dash on the screen, too, and it is no companion's")
  void screen() {
    Look look = Look.screen(Palette.light());
    for (String key : ESTIMATORS) {
      assertEquals(0, look.dash(look.palette().ink(key), Figure.Style.MAIN).length);
      for (Ink ink : kind(look.palette(), key, 1, MANY)) {
        float[] dash = look.dash(ink, Figure.Style.MAIN);
        float[] companion = look.dash(ink, Figure.Style.COMPANION);
        assertArrayEquals(ink.dash(), dash);
        assertArrayEquals(new float[] {4, 3}, companion);
        assertTrue(dash.length > 2 || dash[0] >= 2 * companion[0], ink.key());
        assertEquals(0, dash.length % 2, ink.key());
        assertTrue(dash[0] / 2 + dash[1] < 18, () -> ink.key() + " looks solid in a legend");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("palettes")
  @DisplayName("a variant's key has its number, and the ordinary one is as it was")
  void keys(Palette palette) {
    assertSame(palette.ink("relax"), palette.ink("relax", 0));
    assertEquals("relax", palette.ink("relax").key());
    assertEquals(0, palette.ink("relax").variant());
    for (int variant : new int[] {1, 2, 11, 12, 40}) {
      Ink ink = palette.ink("relax", variant);
      assertEquals("relax#" + variant, ink.key());
      assertEquals(variant, ink.variant());
    }
    assertSame(palette.ink("relax", 2), palette.ink("relax#2"));
    assertSame(palette.ink("optimum"), palette.ink("optimum", 3));
    assertSame(palette.ink("f"), palette.ink("unheard-of", 3));
    assertThrows(IllegalArgumentException.class, () -> palette.ink("relax", -1));
  }

  @ParameterizedTest
  @MethodSource("coloured")
  @DisplayName("from the fifth on shades repeat, from the thirteenth on the strokes of those")
  void repeated(Palette palette) {
    for (int variant = 0; variant < 40; variant++) {
      Ink ink = palette.ink("rebar", variant);
      assertEquals(palette.ink("rebar", variant % FEW).argb(), ink.argb());
      if (variant >= MANY) {
        assertEquals(stroke(palette.ink("rebar", variant - (MANY - FEW))), stroke(ink));
      }
    }
  }

  @Test
  @DisplayName("without a ground the shades are the ground's, and without colours they are black")
  void otherPalettes() {
    for (String key : ESTIMATORS) {
      for (int variant = 0; variant < FEW; variant++) {
        assertEquals(
            Palette.dark().ink(key, variant).argb(),
            Palette.dark().transparent().ink(key, variant).argb());
        assertEquals(0xFF000000, Palette.monochrome().ink(key, variant).argb());
      }
    }
  }

  @Test
  @DisplayName("estimators that are added have variants of their own")
  void addedEstimators() {
    List<String> estimators = new ArrayList<>(ESTIMATORS);
    Map<String, Integer> colours = new HashMap<>(Tokens.bundled("tokens.css").colours());
    for (int i = 0; i < 3; i++) {
      estimators.add(i, "mine-" + i);
      colours.put("-voidscope-key-mine-" + i, 0xFF3C5A14);
    }
    Map<String, Ink> inks = Ink.all(new Tokens(colours), estimators);
    inks.keySet().retainAll(estimators);
    VariantInks variants = new VariantInks(inks, ink -> List.of(ink.argb()));
    Set<String> seen = new HashSet<>();
    for (String key : estimators) {
      for (int variant = 0; variant < FEW; variant++) {
        Ink ink = Objects.requireNonNull(variants.of(key, variant));
        assertTrue(seen.add(stroke(ink)), ink.key());
      }
    }
  }
}
