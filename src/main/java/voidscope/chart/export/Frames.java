package voidscope.chart.export;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import voidscope.chart.draw.Picture;
import voidscope.chart.draw.Scenes;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Figure;
import voidscope.chart.look.Preset;

/// The frames of an animated page: the run as it stood at step after step, on the axes that hold
/// all of it, or episodes from their start to the end of the longest. They are drawn one at a time,
/// and only the last is kept.
final class Frames {
  private final Page page;
  private final List<Figure> whole;
  private final Extent steps;
  private List<String> missing = List.of();

  Frames(Page page) {
    this.page = page;
    whole = page.figures();
    steps =
        whole.stream()
            .map(Extent::ofX)
            .reduce((a, b) -> new Extent(Math.min(a.low(), b.low()), Math.max(a.high(), b.high())))
            .orElseThrow();
  }

  int count() {
    return page.motion().frames();
  }

  int width() {
    return page.preset().pixelWidth();
  }

  int height() {
    return page.preset().pixelHeight();
  }

  /// Draws a frame.
  BufferedImage draw(int index) {
    BufferedImage canvas = FigureExport.canvas(width(), height(), page.look());
    missing = FigureExport.paint(at(index), canvas, page.preset().dpi() / Preset.INCH, page.look());
    return canvas;
  }

  private Picture at(int index) {
    if (page.played()) {
      Scenes scenes = page.scenes();
      return scenes.at(scenes.seconds() * index / (count() - 1));
    }
    double until = steps.low() + steps.length() * (index + 1) / count();
    boolean last = index == count() - 1;
    return page.picture(
        last ? whole : whole.stream().map(each -> each.until(until)).toList(), whole);
  }

  /// Names for which the legend of the frame drawn last has no room.
  List<String> missing() {
    return missing;
  }

  /// Where two frames differ; a single pixel where they do not.
  static Rectangle difference(int[] before, int[] after, int width) {
    int[] rows =
        IntStream.range(0, after.length / width)
            .filter(y -> differs(before, after, y * width, width))
            .toArray();
    if (rows.length == 0) {
      return new Rectangle(0, 0, 1, 1);
    }
    int left = width;
    int right = 0;
    for (int y : rows) {
      int x = 0;
      while (x < left && before[y * width + x] == after[y * width + x]) {
        x++;
      }
      left = Math.min(left, x);
      x = width - 1;
      while (x > right && before[y * width + x] == after[y * width + x]) {
        x--;
      }
      right = Math.max(right, x);
    }
    return new Rectangle(left, rows[0], right - left + 1, rows[rows.length - 1] - rows[0] + 1);
  }

  private static boolean differs(int[] before, int[] after, int from, int count) {
    for (int i = from; i < from + count; i++) {
      if (before[i] != after[i]) {
        return true;
      }
    }
    return false;
  }
}
