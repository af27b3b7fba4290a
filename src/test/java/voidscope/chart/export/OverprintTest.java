package voidscope.chart.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import voidscope.chart.draw.Plate;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.Figure;
import voidscope.chart.look.LegendPlace;
import voidscope.chart.look.Look;
import voidscope.chart.look.Palette;
import voidscope.chart.look.Presets;
import voidscope.chart.look.Typeface;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;

/// No text of a chart is written over another, however many estimators and events it names: on
/// cards as windows of 1024×768 to 1920×1080 have them and in figures of every preset.
class OverprintTest {
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  /// A text and where its ink is.
  private record Written(String text, Rectangle2D ink) {
    /// Whether more than a hair of both is one over the other.
    boolean over(Written other) {
      Rectangle2D both = ink.createIntersection(other.ink);
      return both.getWidth() > .5 && both.getHeight() > .5;
    }
  }

  /// A page that notes where texts are.
  private static final class Noted implements VectorSheet {
    final List<Written> texts = new ArrayList<>();

    @Override
    public void clip(@Nullable Rectangle2D rectangle) {}

    @Override
    public void fill(Shape area, Color colour) {}

    @Override
    public void stroke(Shape line, BasicStroke stroke, Color colour) {}

    @Override
    public void image(BufferedImage image, Rectangle2D place) {}

    @Override
    public boolean placesMarks() {
      return true;
    }

    @Override
    public void text(String text, Font font, AffineTransform place, Color colour) {
      Rectangle2D ink = font.createGlyphVector(EXACT, text).getVisualBounds();
      texts.add(new Written(text, place.createTransformedShape(ink).getBounds2D()));
    }
  }

  private static List<Written> texts(Figure figure, double width, double height, Look look) {
    Noted sheet = new Noted();
    VectorGraphics g = new VectorGraphics(sheet, false);
    new Plate(figure).draw(g, width, height, look);
    g.dispose();
    return sheet.texts;
  }

  private static Optional<String> overprint(List<Written> texts) {
    for (int i = 0; i < texts.size(); i++) {
      for (Written other : texts.subList(i + 1, texts.size())) {
        if (texts.get(i).over(other)) {
          return Optional.of(texts.get(i).text() + " over " + other.text());
        }
      }
    }
    return Optional.empty();
  }

  /// Charts with lines of the first so many estimators and events close to one another.
  private static List<Figure> crowded(int estimators) {
    List<EstimatorEntry> entries = Estimators.catalogue().entries().subList(0, estimators);
    List<Figure> figures = new ArrayList<>();
    for (Figure one : FigureSample.four(60, 10_000)) {
      List<Figure.Line> lines = new ArrayList<>();
      for (int i = 0; i < entries.size(); i++) {
        Figure.Line shape = one.lines().get(i % one.lines().size());
        lines.add(
            new Figure.Line(
                entries.get(i).key(),
                entries.get(i).label(),
                Figure.Style.MAIN,
                shape.x(),
                shape.y(),
                null,
                null));
      }
      List<Figure.Event> events = new ArrayList<>(one.events());
      for (int i = 0; i < 6 && !events.isEmpty(); i++) {
        events.add(
            new Figure.Event(3000 + 90.0 * i * i, "Leave-one-out: K " + i + " → " + (i + 1)));
      }
      for (AxisScale scale : AxisScale.values()) {
        figures.add(
            new Figure(
                one.title() + ": median and quartiles of 16",
                one.x(),
                one.y().with(scale),
                lines,
                one.levels(),
                events));
      }
    }
    return figures;
  }

  private static void check(Figure figure, double width, double height, Look look) {
    assertEquals(
        Optional.empty(),
        overprint(texts(figure, width, height, look)),
        () ->
            figure.title()
                + " "
                + figure.y().scale()
                + " "
                + width
                + "×"
                + height
                + ", legend "
                + look.legend().key());
  }

  @ParameterizedTest
  @CsvSource({"330,230", "450,250", "494,296", "770,452", "920,530", "1560,920"})
  void card_writesNothingOverOther(int width, int height) {
    for (int estimators : new int[] {2, 10, Estimators.catalogue().entries().size()}) {
      for (Figure figure : crowded(estimators)) {
        for (Figure shown : List.of(figure, figure.with(List.of(), "2 more are hidden"))) {
          check(shown, width, height, Look.screen(Palette.light()));
          check(shown, width, height, Look.projector(Palette.light().projector(), 3));
        }
      }
    }
  }

  @Test
  void exportedFigure_writesNothingOverOther() {
    Presets.catalogue()
        .entries()
        .forEach(
            preset ->
                Stream.of(LegendPlace.values())
                    .map(place -> preset.look(false, false).with(place, false))
                    .forEach(
                        look -> {
                          for (Figure figure : crowded(10)) {
                            check(figure, preset.width(), preset.height(), look);
                          }
                        }));
  }

  /// The test sees what it looks for.
  @Test
  void twoTextsAtOnePlace_areFound() {
    Noted sheet = new Noted();
    VectorGraphics g = new VectorGraphics(sheet, false);
    g.setFont(Typeface.REGULAR.at(12));
    g.drawString("RELAX", 10, 10);
    g.drawString("step", 20, 13);
    g.drawString("REBAR", 10, 30);
    g.dispose();
    assertEquals(Optional.of("RELAX over step"), overprint(sheet.texts));
  }
}
