package voidscope.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import voidscope.Toolkit;
import voidscope.ui.file.Ground;
import voidscope.ui.widget.Theme;

/// Pictures of the export dialog, for people to look at: `target/pictures`. Run with `mvn verify
/// -Dtest=ExportPictures`.
final class ExportPictures {
  private static final Path FOLDER = Path.of("target", "pictures");

  @Test
  void dialog_isPainted_inBothThemes() throws IOException {
    Files.createDirectories(FOLDER);
    for (Theme theme : Theme.values()) {
      try (Window window = new Window(1366, 768, new Window.Answers(FOLDER))) {
        Toolkit.runFx(() -> window.controller().follow(theme == Theme.DARK));
        Toolkit.pulses(60);
        Toolkit.runFx(() -> window.controller().actions().get("export-as").handler().run());
        Scene dialog =
            Toolkit.onFx(
                () -> Objects.requireNonNull(window.controller().exports().stage()).getScene());
        Toolkit.pulses(60);
        save(dialog, "export-" + theme);
        Toolkit.runFx(
            () -> {
              ((CheckBox) dialog.lookup("#export-fit")).setSelected(true);
              @SuppressWarnings("unchecked")
              ChoiceBox<Ground> grounds = (ChoiceBox<Ground>) dialog.lookup("#export-grounds");
              grounds.setValue(Ground.DARK_PAGE);
              @SuppressWarnings("unchecked")
              ChoiceBox<String> presets = (ChoiceBox<String>) dialog.lookup("#export-presets");
              presets.setValue("Own size");
            });
        Toolkit.pulses(60);
        save(dialog, "export-fit-" + theme);
        Toolkit.runFx(
            () -> {
              ((ToggleButton) dialog.lookup("#export-dressing")).setSelected(true);
              ((TextField) dialog.lookup("#export-title")).setText("Ours");
              ((TextField) dialog.lookup("#export-estimators")).setText("relax, rebar");
              dialog.getWindow().setWidth(1024);
              dialog.getWindow().setHeight(700);
            });
        Toolkit.pulses(60);
        save(dialog, "export-dressed-" + theme);
      }
    }
    assertTrue(Files.exists(FOLDER.resolve("export-fit-DARK.png")));
  }

  private static void save(Scene scene, String name) throws IOException {
    WritableImage image = Toolkit.onFx(() -> scene.snapshot(null));
    ImageIO.write(
        SwingFXUtils.fromFXImage(image, null), "png", FOLDER.resolve(name + ".png").toFile());
  }
}
