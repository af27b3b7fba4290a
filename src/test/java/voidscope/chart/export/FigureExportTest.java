package voidscope.chart.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.HeatMap;
import voidscope.chart.look.Look;
import voidscope.chart.look.Palette;

/// Saved pictures and tables.
class FigureExportTest {
  private static final Look LOOK = Look.export(Palette.light(), 12);
  @TempDir Path folder = Path.of(".");

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  @DisplayName("a picture has the size asked for and every series' colour in it")
  void png(int index) throws IOException {
    Figure figure = FigureSample.four(500, 1000).get(index);
    Path file = folder.resolve("figure.png");
    FigureExport.png(figure, file, 960, 540, 1.5, LOOK, Origins.standard());
    BufferedImage image = ImageIO.read(file.toFile());
    assertEquals(960, image.getWidth());
    assertEquals(540, image.getHeight());
    int[] pixels = image.getRGB(0, 0, 960, 540, null, 0, 960);
    for (Figure.Line line : figure.lines()) {
      int argb = LOOK.palette().ink(line.key()).argb();
      long count = Arrays.stream(pixels).filter(p -> p == argb).count();
      assertTrue(count > 40, () -> line.key() + " in " + count + " pixels");
    }
    assertOnly("figure.png");
  }

  @Test
  @DisplayName("a table of shared abscissae has a column a series, in full precision")
  void wide() throws IOException {
    double[] x = {0, 1};
    var figure =
        figure(
            new Figure.Line(
                "relax",
                "RELAX, a",
                Figure.Style.MAIN,
                x,
                new double[] {.1, Double.NaN},
                null,
                null),
            new Figure.Line(
                "rebar",
                "REBAR",
                Figure.Style.MAIN,
                x,
                new double[] {1e-7, 2},
                new double[] {0, 1},
                new double[] {1, 3}));
    Path file = folder.resolve("figure.csv");
    FigureExport.csv(figure, file, new Origin("voidscope = 1\n\nseed\n", 42, 7));
    assertEquals(
        """
        # Voidscope 0.2.0, seed 42, step 7
        # Title
        # optimum = 0.5
        # at step 1.0: λ .5 → .1
        #| voidscope = 1
        #|
        #| seed
        step,"RELAX, a [σ(θ)]",REBAR [σ(θ)],REBAR low [σ(θ)],REBAR high [σ(θ)]
        0,0.1,1.0E-7,0,1
        1,NaN,2,1,3
        """,
        Files.readString(file));
  }

  @Test
  @DisplayName("a table of different abscissae has a row a point")
  void rows() throws IOException {
    var figure =
        figure(
            FigureSample.line("relax", "RELAX", new double[] {0, 1}, x -> x / 3),
            FigureSample.line("rebar", "REBAR", new double[] {.5}, x -> x));
    Path file = folder.resolve("figure.csv");
    FigureExport.csv(figure, file, Origins.standard());
    assertEquals(
        List.of(
            "series,step,σ(θ),low,high",
            "RELAX,0,0,,",
            "RELAX,1,0.3333333333333333,,",
            "REBAR,0.5,0.5,,"),
        Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList());
  }

  @Test
  @DisplayName("a map has a row a cell, those outside it left out, and a row a point")
  void cells() throws IOException {
    double[] values = {.5, Double.NaN, -1, 2};
    Figure figure =
        new Figure(
                "Map",
                Figure.Axis.fitting("z₁"),
                Figure.Axis.fitting("z₂"),
                List.of(
                    new Figure.Line(
                        "f",
                        "z",
                        Figure.Style.SPOTS,
                        new double[] {.25},
                        new double[] {3},
                        null,
                        null)),
                List.of(),
                List.of())
            .over(
                new HeatMap("c", new Extent(0, 2), new Extent(0, 4), 2, values, new Extent(0, 1)));
    Path file = folder.resolve("map.csv");
    FigureExport.csv(figure, file, Origins.standard());
    List<String> rows =
        Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList();
    assertEquals(
        List.of("series,z₁,z₂,value", "c,0.5,1,0.5", "c,0.5,3,-1", "c,1.5,3,2", "z,0.25,3,"), rows);
  }

  @Test
  @DisplayName("a path keeps the order of its points")
  void path() throws IOException {
    double[] x = {.5, 1.5, .25, .25, 1};
    double[] y = {3, 1, 2, 2.5, 3};
    Figure figure =
        new Figure(
                "Map",
                Figure.Axis.fitting("z₁"),
                Figure.Axis.fitting("z₂"),
                List.of(new Figure.Line("f", "way", Figure.Style.PATH, x, y, null, null)),
                List.of(),
                List.of())
            .over(
                new HeatMap(
                    "V", new Extent(0, 2), new Extent(0, 4), 1, new double[1], new Extent(0, 1)));
    Path file = folder.resolve("path.csv");
    FigureExport.csv(figure, file, Origins.standard());
    assertEquals(
        List.of("way,0.5,3,", "way,1.5,1,", "way,0.25,2,", "way,0.25,2.5,", "way,1,3,"),
        Files.readAllLines(file).stream().filter(line -> line.startsWith("way")).toList());
  }

  @Test
  @DisplayName("a place that cannot be written is named, and nothing half stays there")
  void failure() throws IOException {
    Figure figure = FigureSample.loss(10, 10);
    Path missing = folder.resolve("none").resolve("a.png");
    var e =
        assertThrows(
            ExportException.class,
            () -> FigureExport.png(figure, missing, 100, 100, 1, LOOK, Origins.standard()));
    String message = String.valueOf(e.getMessage());
    assertTrue(message.contains("a.png") && message.contains("none"), message);
    assertTrue(message.contains("does not exist") && message.contains("another folder"), message);
    Path taken = Files.createDirectory(folder.resolve("b.csv"));
    assertThrows(ExportException.class, () -> FigureExport.csv(figure, taken, Origins.standard()));
    assertFalse(Files.exists(missing));
    assertOnly("b.csv");
  }

  @Test
  @DisplayName("a failing write keeps the file that was there")
  void keepsFormer() throws IOException {
    Path file = Files.writeString(folder.resolve("c.csv"), "former");
    assertThrows(
        ExportException.class,
        () ->
            ExportFile.write(
                file,
                out -> {
                  out.write(1);
                  throw new IOException("No space left on device");
                }));
    assertEquals("former", Files.readString(file));
    assertOnly("c.csv");
  }

  private void assertOnly(String name) throws IOException {
    try (var files = Files.list(folder)) {
      assertEquals(List.of(folder.resolve(name)), files.toList());
    }
  }

  private static Figure figure(Figure.Line... lines) {
    return new Figure(
        "Title",
        Figure.Axis.fitting("step"),
        Figure.Axis.fitting("σ(θ)"),
        List.of(lines),
        List.of(new Figure.Level("optimum", "optimum", .5)),
        List.of(new Figure.Event(1, "λ .5 → .1")));
  }
}
