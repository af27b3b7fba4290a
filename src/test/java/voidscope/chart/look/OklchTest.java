package voidscope.chart.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Colours in OKLCh.
class OklchTest {
  @Test
  @DisplayName("a colour of the screen comes back from OKLCh")
  void thereAndBack() {
    for (int red = 0; red < 256; red += 51) {
      for (int green = 0; green < 256; green += 51) {
        for (int blue = 0; blue < 256; blue += 51) {
          int argb = 0xFF000000 | red << 16 | green << 8 | blue;
          assertEquals(argb, Oklch.of(argb).argb());
        }
      }
    }
  }

  /// The values of Ottosson's page are of OKLab's own lightness, whose red is .62796; the toe maps
  /// it to .56809.
  @Test
  @DisplayName("red is where its author says")
  void red() {
    Oklch red = Oklch.of(0xFFFF0000);
    assertEquals(.56809, red.lightness(), 1e-4);
    assertEquals(.25768, red.chroma(), 1e-4);
    assertEquals(29.234, red.hue(), 1e-2);
    assertEquals(1, red.saturation(), 1e-3);
  }

  @Test
  @DisplayName("the lightness of greys is CIELAB's")
  void greys() {
    assertEquals(0, Oklch.of(0xFF000000).lightness(), 1e-6);
    assertEquals(.2, Oklch.of(0xFF303030).lightness(), .01);
    assertEquals(.534, Oklch.of(0xFF808080).lightness(), .01);
    assertEquals(1, Oklch.of(0xFFFFFFFF).lightness(), 1e-6);
  }

  @ParameterizedTest
  @ValueSource(ints = {0xFFC01848, 0xFF0000D8, 0xFF309090, 0xFF665500})
  @DisplayName("at its full saturation every lightness of a hue is a colour of the screen")
  void fullSaturation(int argb) {
    Oklch colour = Oklch.of(argb);
    for (double lightness = .05; lightness < 1; lightness += .05) {
      Oklch shade = colour.at(lightness, 1);
      Oklch shown = Oklch.of(shade.argb());
      assertTrue(shade.chroma() > 0);
      assertEquals(lightness, shown.lightness(), .01);
      assertEquals(shade.chroma(), shown.chroma(), .01);
      assertEquals(1, shade.saturation(), .01);
    }
  }

  @Test
  @DisplayName("contrast is as the tests' own eyesight has it")
  void contrast() {
    assertEquals(21, Oklch.contrast(0xFF000000, 0xFFFFFFFF), 1e-9);
    assertEquals(
        Eyesight.contrast(0xFFC01848, 0xFF1E1E1E), Oklch.contrast(0xFFC01848, 0xFF1E1E1E), 1e-9);
  }
}
