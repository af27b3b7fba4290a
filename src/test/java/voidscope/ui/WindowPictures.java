package voidscope.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import voidscope.Toolkit;
import voidscope.experiment.Scenario;
import voidscope.experiment.Scenarios;

/// Pictures of the whole window, for people to look at: `target/pictures`. Run with `mvn verify
/// -Dtest=WindowPictures`.
final class WindowPictures {
  private static final Path FOLDER = Path.of("target", "pictures");
  private static final int FRAMES = 240;

  @Test
  void window_isPainted_inBothThemesAndThreeSizes() throws IOException {
    Files.createDirectories(FOLDER);
    picture("laptop-light", 1366, 768, Theme.LIGHT);
    picture("laptop-dark", 1366, 768, Theme.DARK);
    picture("small-light", 1280, 680, Theme.LIGHT);
    picture("projector-light", 1920, 1080, Theme.LIGHT);
    picture("projector-dark", 1920, 1080, Theme.DARK);
    assertTrue(Files.exists(FOLDER.resolve("projector-dark.png")));
  }

  private static void picture(String name, double width, double height, Theme theme)
      throws IOException {
    Scenario scenario = Scenarios.standard();
    Engine engine = Engine.of(scenario);
    Stage[] stage = new Stage[1];
    WorkbenchController window =
        Toolkit.onFx(
            () -> {
              Theme.loadFonts();
              var made = new WorkbenchController(scenario, engine, new NoChooser());
              made.follow(theme == Theme.DARK);
              stage[0] = new Stage();
              stage[0].setScene(made.scene());
              stage[0].setWidth(width);
              stage[0].setHeight(height);
              stage[0].show();
              made.start();
              return made;
            });
    Toolkit.pulses(FRAMES);
    WritableImage image = Toolkit.onFx(() -> window.scene().snapshot(null));
    BufferedImage picture = SwingFXUtils.fromFXImage(image, null);
    ImageIO.write(picture, "png", FOLDER.resolve(name + ".png").toFile());
    Toolkit.runFx(
        () -> {
          window.close();
          stage[0].close();
        });
  }

  private record NoChooser() implements Chooser {
    @Override
    public Optional<Path> open(String kind, String ending) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> save(String kind, String ending, String name) {
      return Optional.empty();
    }
  }
}
