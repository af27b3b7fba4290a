package voidscope.ui.board;

import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import voidscope.chart.figure.ChartView;
import voidscope.text.TypedNumber;
import voidscope.ui.model.Looks;
import voidscope.ui.widget.Styles;

/// How many estimates are averaged, N, above the charts that show the error of their mean: a slider
/// in logarithms, and the number itself to be typed. For the window's thread.
public final class AverageStrip {
  private static final double DECADES = Math.log10(ChartView.MOST_AVERAGED);
  private static final double GAP = 8;
  private static final double NARROW = 84;

  private final Looks looks;
  private final Slider slider = new Slider(0, DECADES, 0);
  private final TextField field = new TextField();
  private final HBox node = new HBox(GAP);
  private long shown;

  public AverageStrip(Looks looks) {
    this.looks = looks;
    Label name = Styles.with(new Label("Mean of N estimates"), "muted");
    name.setMinWidth(Label.USE_PREF_SIZE);
    slider.setId("average-slider");
    slider.setBlockIncrement(0.1);
    slider.setAccessibleText("Estimates averaged, N");
    slider.setTooltip(new Tooltip("Bias² + variance/N: averaging lowers the variance alone"));
    slider.setMinWidth(NARROW);
    field.setId("average-field");
    field.getStyleClass().add("value-field");
    field.setAccessibleText("Estimates averaged, N");
    field.setMinWidth(NARROW);
    field.setPrefWidth(NARROW);
    node.setId("average");
    node.setAlignment(Pos.CENTER_LEFT);
    node.getChildren().addAll(name, slider, field);
    HBox.setHgrow(slider, Priority.ALWAYS);
    refresh();
    slider
        .valueProperty()
        .subscribe(
            value -> {
              if (rounded(value.doubleValue()) != rounded(Math.log10(shown))) {
                looks.average(rounded(value.doubleValue()));
                refresh();
              }
            });
    StripInput.listen(slider, field, looks, this::typed);
  }

  /// What stands above the charts.
  public Node node() {
    return node;
  }

  /// Shows N as the model has it.
  public void refresh() {
    long count = looks.outlook().averaged();
    if (count != shown) {
      shown = count;
      field.setText(Long.toString(count));
      if (rounded(slider.getValue()) != count) {
        slider.setValue(Math.log10(count));
      }
    }
  }

  /// Takes what is typed, or shows again what holds if that is no number of estimates.
  private void typed() {
    OptionalDouble number = TypedNumber.parse(field.getText());
    if (number.isPresent() && number.getAsDouble() >= 1) {
      looks.average(
          (long) Math.min(Math.rint(number.getAsDouble()), (double) ChartView.MOST_AVERAGED));
    }
    shown = looks.outlook().averaged();
    field.setText(Long.toString(shown));
    slider.setValue(Math.log10(shown));
  }

  /// A count of two digits, as a hand on the slider wants it.
  private static long rounded(double decades) {
    double count = Math.pow(10, decades);
    double grain = Math.pow(10, Math.max(0, Math.floor(decades) - 1));
    return Math.round(Math.rint(count / grain) * grain);
  }
}
