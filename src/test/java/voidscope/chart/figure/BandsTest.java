package voidscope.chart.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whose bands are drawn.
class BandsTest {
  private static final double[] X = {0, 1};

  private static Figure figure(int banded, String front) {
    List<Figure.Line> lines = new ArrayList<>();
    lines.add(new Figure.Line("plain", "plain", Figure.Style.MAIN, X, X, null, null));
    for (int i = 0; i < banded; i++) {
      lines.add(new Figure.Line("l" + i, "l" + i, Figure.Style.MAIN, X, X, X, X));
    }
    Figure.Axis axis = new Figure.Axis("", 0, 1);
    return new Figure("", axis, axis, lines, List.of(), List.of())
        .with(List.of(), front)
        .before(List.of(lines.getLast().baseline("other")), "");
  }

  private static List<String> bands(Figure figure, String lit) {
    return figure.bandsBackToFront(lit).stream()
        .filter(line -> (line.low() != null) && (line.style() == Figure.Style.MAIN))
        .map(Figure.Line::key)
        .toList();
  }

  @Test
  void bandsThatPileUp_areThoseOfTheLineThatStandsOut() {
    assertEquals(List.of("l0", "l1", "l2"), bands(figure(3, "l1"), "l2"));
    assertEquals(List.of("l1"), bands(figure(4, "l1"), ""));
    assertEquals(List.of("l2"), bands(figure(4, "l1"), "l2"));
    assertEquals(List.of("l1"), bands(figure(4, "l1"), "plain"));
    assertEquals(List.of("l0", "l1", "l2", "l3"), bands(figure(4, "plain"), ""));
    assertEquals(List.of("l0", "l1", "l2", "l3"), bands(figure(4, ""), ""));
  }
}
