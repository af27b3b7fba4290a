package voidscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import voidscope.experiment.record.Track;
import voidscope.experiment.run.Experiment;
import voidscope.laboratory.Opening;
import voidscope.problem.Pictures;
import voidscope.thread.ThreadTeam;

/// The pictures of a VAE as a figure: what the files hold is what the run has made, pixel by pixel.
class ImagesExportTest {
  private static final Pattern IMAGE =
      Pattern.compile(
          "<image x=\"([0-9.]+)\" y=\"([0-9.]+)\" width=\"([0-9.]+)\" height=\"([0-9.]+)\"[^>]*"
              + "data:image/png;base64,([A-Za-z0-9+/=]+)\"/>");
  private static final String RUN =
      """
      voidscope = 1
      [problem]
      name = "vae-linear"
      [run]
      batch = 8
      steps = 3
      measure-every = 100
      measure-samples = 4
      [[estimator]]
      name = "reinforce"
      [[estimator]]
      name = "disarm"
      """;

  @TempDir private Path folder = Path.of("");

  private DressedFiles images(String... options) throws Exception {
    Path scenario = Files.writeString(folder.resolve("vae.toml"), RUN);
    String[] all = Arrays.copyOf(options, options.length + 1);
    all[options.length] = "--chart=images";
    return DressedFiles.of(scenario, folder.resolve("out"), all);
  }

  /// The pictures of the same run, in the order of the page.
  private List<byte[]> made(String... ids) throws Exception {
    Opening opening = Opening.read(folder.resolve("vae.toml"));
    try (ThreadTeam team = new ThreadTeam(2)) {
      Experiment experiment = opening.experiment(opening.scenario(), team);
      experiment.advance(3);
      List<byte[]> made = new ArrayList<>();
      for (String id : ids) {
        Track track =
            experiment.snapshot().tracks().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        Pictures pictures = Objects.requireNonNull(track.exhibit(Pictures.class));
        if (made.isEmpty()) {
          cut(pictures, pictures.inputs(), made);
        }
        cut(pictures, pictures.reconstructions(), made);
        cut(pictures, pictures.samples(), made);
      }
      return made;
    }
  }

  private static void cut(Pictures of, byte[] pixels, List<byte[]> into) {
    assertEquals(28, of.rows());
    assertEquals(28, of.columns());
    for (int i = 0; i < pixels.length; i += 28 * 28) {
      into.add(Arrays.copyOfRange(pixels, i, i + 28 * 28));
    }
  }

  private static void same(byte[] wanted, BufferedImage image, String what) {
    assertEquals(28, image.getWidth());
    assertEquals(28, image.getHeight());
    for (int i = 0; i < wanted.length; i++) {
      int grey = wanted[i] & 0xff;
      assertEquals(
          grey << 16 | grey << 8 | grey, image.getRGB(i % 28, i / 28) & 0xffffff, what + " " + i);
    }
  }

  private static List<MatchResult> found(DressedFiles done) throws Exception {
    return IMAGE.matcher(done.read("images.svg")).results().toList();
  }

  @Test
  void svg_holdsThePixelsOfTheRun() throws Exception {
    DressedFiles done = images("--format=svg");
    List<byte[]> made = made("reinforce", "disarm");
    List<MatchResult> found = found(done);
    assertEquals(8 * 5, made.size());
    assertEquals(made.size(), found.size());
    for (int i = 0; i < made.size(); i++) {
      byte[] png = Base64.getDecoder().decode(found.get(i).group(5));
      same(made.get(i), ImageIO.read(new ByteArrayInputStream(png)), "picture " + i);
    }
    for (String text :
        List.of("Images", "Input", "REINFORCE", "DisARM", "samples from the prior")) {
      assertTrue(done.has("images", text), text);
    }
  }

  @Test
  void pdf_holdsThePixelsOfTheRun() throws Exception {
    DressedFiles done = images("--format=pdf");
    List<byte[]> made = made("reinforce", "disarm");
    try (PDDocument document = Loader.loadPDF(done.folder().resolve("images.pdf").toFile())) {
      PDResources resources = document.getPage(0).getResources();
      List<COSName> names = new ArrayList<>();
      resources.getXObjectNames().forEach(names::add);
      names.sort(Comparator.comparingInt(name -> Integer.parseInt(name.getName().substring(2))));
      assertEquals(made.size(), names.size());
      for (int i = 0; i < made.size(); i++) {
        PDImageXObject image = (PDImageXObject) resources.getXObject(names.get(i));
        assertFalse(image.getInterpolate());
        same(made.get(i), image.getImage(), "picture " + i);
      }
      String text = new PDFTextStripper().getText(document);
      assertTrue(text.contains("REINFORCE") && text.contains("DisARM"), text);
    }
  }

  /// In the middle of each square lies the value of its pixel.
  @Test
  void png_showsThePixelsOfTheRun_asSharpSquares() throws Exception {
    DressedFiles done = images("--format=png,svg", "--preset=slide");
    List<byte[]> made = made("reinforce", "disarm");
    BufferedImage page = ImageIO.read(done.folder().resolve("images.png").toFile());
    assertNotNull(page);
    var size = Pattern.compile("viewBox=\"0 0 ([0-9.]+) ").matcher(done.read("images.svg"));
    assertTrue(size.find());
    double scale = page.getWidth() / Double.parseDouble(size.group(1));
    List<MatchResult> found = found(done);
    for (int i = 0; i < made.size(); i++) {
      double[] at = new double[4];
      for (int k = 0; k < 4; k++) {
        at[k] = Double.parseDouble(found.get(i).group(k + 1));
      }
      for (int p = 0; p < 28 * 28; p++) {
        int x = (int) (scale * (at[0] + at[2] * (p % 28 + .5) / 28));
        int y = (int) (scale * (at[1] + at[3] * (Math.floorDiv(p, 28) + .5) / 28));
        int grey = made.get(i)[p] & 0xff;
        assertEquals(grey << 16 | grey << 8 | grey, page.getRGB(x, y) & 0xffffff, i + " " + p);
      }
    }
  }

  @Test
  void estimators_areASubset_inTheirOrder_andPicturesStayOnThePage() throws Exception {
    DressedFiles done = images("--format=svg", "--estimators=disarm,reinforce", "--title=Digits");
    List<byte[]> made = made("disarm", "reinforce");
    List<MatchResult> found = found(done);
    for (int i = 0; i < made.size(); i++) {
      byte[] png = Base64.getDecoder().decode(found.get(i).group(5));
      same(made.get(i), ImageIO.read(new ByteArrayInputStream(png)), "picture " + i);
      double right =
          Double.parseDouble(found.get(i).group(1)) + Double.parseDouble(found.get(i).group(3));
      double bottom =
          Double.parseDouble(found.get(i).group(2)) + Double.parseDouble(found.get(i).group(4));
      assertTrue(right < 453.5 && bottom < 255.1, right + " " + bottom);
    }
    assertTrue(done.has("images", "Digits"));
    DressedFiles one = images("--format=svg", "--estimators=disarm");
    assertEquals(3 * 8, found(one).size());
    assertFalse(one.has("images", "REINFORCE"));
  }

  @Test
  void whatCannotHoldPixels_isTold() throws Exception {
    DressedFiles done = images("--format=svg,pgfplots,csv");
    assertTrue(
        done.err().contains("images: PGFPlots draws lines and text, not pixels"), done.err());
    assertTrue(done.err().contains("images: a CSV holds the numbers of lines"), done.err());
    assertFalse(Files.exists(done.folder().resolve("images.tex")));
    Captured refused =
        Captured.run(
            "export",
            folder.resolve("vae.toml").toString(),
            "--chart=images",
            "--format=pgfplots",
            "--out=" + folder.resolve("none"));
    assertEquals(2, refused.code());
    assertTrue(
        refused.err().contains("--format: PGFPlots draws lines and text, not pixels"),
        refused.err());
  }

  @Test
  void aRunWithoutPictures_saysWhy() throws Exception {
    Path toy =
        Files.writeString(
            folder.resolve("toy.toml"),
            """
            voidscope = 1
            [problem]
            name = "squared-distance"
            [[estimator]]
            name = "exact"
            """);
    Captured done =
        Captured.run("export", toy.toString(), "--chart=images", "--out=" + folder.resolve("no"));
    assertEquals(2, done.code());
    assertTrue(done.err().contains("only a VAE learns images"), done.err());
    assertFalse(Files.exists(folder.resolve("no")));
  }

  @Test
  void figure_isMadeAnew() throws Exception {
    DressedFiles first = images("--format=svg");
    DressedFiles again =
        DressedFiles.own(
            first.folder().resolve("images.svg"),
            folder.resolve("again"),
            List.of("--format=svg", "--preset=beamer", "--chart=images"));
    assertEquals(first.read("images.svg"), again.read("images.svg"));
  }
}
