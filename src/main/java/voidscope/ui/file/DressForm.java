package voidscope.ui.file;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import voidscope.chart.export.Motion;
import voidscope.chart.look.LegendPlace;
import voidscope.chart.series.DressOption;
import voidscope.chart.series.FigureDress;
import voidscope.text.Numbers;
import voidscope.text.TypedNumber;

/// The part of the export dialog that dresses a figure: a row for each [DressOption], in whose
/// words it asks, and how fast an animation moves. Its texts are read where those of the command
/// line are.
final class DressForm {
  private static final Map<DressOption, String> PROMPTS =
      Map.of(
          DressOption.TITLE, "the chart's own; none",
          DressOption.X_LABEL, "the chart's own; none",
          DressOption.Y_LABEL, "the chart's own; none",
          DressOption.X_LIMITS, "0:1000, 0: or :1",
          DressOption.Y_LIMITS, "0:1, 0: or :1e-3",
          DressOption.ESTIMATORS, "all; or relax, rebar",
          DressOption.PANELS, "none; or theta, variance");

  private final Map<DressOption, TextField> fields = new EnumMap<>(DressOption.class);
  private final CheckBox sameAxes = new CheckBox(DressOption.SAME_AXES.label());
  private final CheckBox outlines = new CheckBox(DressOption.OUTLINES.label());
  private final ChoiceBox<String> legend = new ChoiceBox<>();
  private final TextField rate = new TextField();
  private final TextField seconds = new TextField();

  /// @param place that takes its rows
  /// @param changed told of every change
  DressForm(VBox place, FigureDress first, Motion motion, Runnable changed) {
    for (DressOption option : DressOption.catalogue().entries()) {
      switch (option) {
        case LEGEND -> {
          LegendPlace.catalogue().entries().forEach(each -> legend.getItems().add(each.label()));
          legend.setValue(first.legend().label());
          legend.setMaxWidth(Double.MAX_VALUE);
          legend.valueProperty().subscribe((old, now) -> changed.run());
          add(place, option, legend);
        }
        case SAME_AXES -> flag(sameAxes, option, first, changed);
        case OUTLINES -> flag(outlines, option, first, changed);
        default -> {
          TextField field = new TextField(option.of(first));
          field.setPromptText(PROMPTS.getOrDefault(option, ""));
          field.textProperty().subscribe((old, now) -> changed.run());
          fields.put(option, field);
          add(place, option, field);
        }
      }
    }
    HBox flags = new HBox(sameAxes, outlines);
    flags.getStyleClass().add("export-row");
    place.getChildren().add(flags);
    place.getChildren().add(moving(motion, changed));
  }

  private static void flag(CheckBox box, DressOption option, FigureDress first, Runnable changed) {
    box.setId(id(option));
    box.setSelected(!option.of(first).isEmpty());
    box.selectedProperty().subscribe((old, now) -> changed.run());
  }

  private static String id(DressOption option) {
    return "export-" + option.key();
  }

  private static void add(VBox place, DressOption option, Control control) {
    control.setId(id(option));
    Label label = new Label(option.label());
    label.getStyleClass().add("export-dress-label");
    label.setLabelFor(control);
    HBox.setHgrow(control, Priority.ALWAYS);
    HBox row = new HBox(label, control);
    row.getStyleClass().add("export-row");
    place.getChildren().add(row);
  }

  private HBox moving(Motion motion, Runnable changed) {
    rate.setText(Numbers.shortText(motion.rate()));
    seconds.setText(Numbers.shortText(motion.seconds()));
    rate.setId("export-fps");
    seconds.setId("export-seconds");
    for (TextField field : List.of(rate, seconds)) {
      field.setPrefColumnCount(3);
      field.textProperty().subscribe((old, now) -> changed.run());
    }
    Label label = new Label("Motion");
    label.getStyleClass().add("export-dress-label");
    label.setLabelFor(rate);
    Label perSecond = new Label("fps");
    Label during = new Label("s");
    HBox row = new HBox(label, rate, perSecond, seconds, during);
    row.getStyleClass().add("export-row");
    return row;
  }

  /// What it says.
  ///
  /// @throws IllegalArgumentException naming the row and what it expects, if one says nothing of
  ///   the kind
  FigureDress dress() {
    FigureDress dress = FigureDress.PLAIN;
    for (Map.Entry<DressOption, TextField> each : fields.entrySet()) {
      String text = each.getValue().getText();
      if (!text.isBlank()) {
        try {
          dress = each.getKey().read(dress, text);
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(each.getKey().label() + ": " + e.getMessage(), e);
        }
      }
    }
    dress = dress.withSameAxes(sameAxes.isSelected()).withOutlines(outlines.isSelected());
    FigureDress worn = dress;
    return LegendPlace.catalogue().entries().stream()
        .filter(place -> place.label().equals(legend.getValue()))
        .findFirst()
        .map(worn::with)
        .orElse(worn);
  }

  /// How an animation moves.
  ///
  /// @throws IllegalArgumentException saying what is expected, if it cannot move so
  Motion motion() {
    try {
      return new Motion(number(rate), number(seconds));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Motion: " + e.getMessage(), e);
    }
  }

  private static double number(TextField field) {
    return TypedNumber.parse(field.getText()).orElse(Double.NaN);
  }
}
