package voidscope.ui.board;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import voidscope.experiment.record.PolicyFloor;
import voidscope.experiment.record.Snapshot;
import voidscope.problem.RowVariance;
import voidscope.text.Numbers;
import voidscope.text.TypedNumber;
import voidscope.ui.model.Looks;
import voidscope.ui.widget.Styles;

/// γ at which the parts of a variance are shown, above their charts: a slider that stops where they
/// are measured, the run's γ among them, and the number itself to be typed. Nothing is computed
/// anew. For the window's thread.
public final class DiscountStrip {
  private static final double GAP = 8;
  private static final double NARROW = 84;
  private static final String NAME = "γ of the floor";

  private final Looks looks;
  private final Slider slider = new Slider(0, 1, 0);
  private final TextField field = new TextField();
  private final Label note = Styles.with(new Label(), "muted");
  private final HBox node = new HBox(GAP);

  /// Where the slider stops, ascending; none before the first floor is measured.
  private List<Double> stops = List.of();

  private @Nullable PolicyFloor floor;
  private int shown = -1;

  public DiscountStrip(Looks looks) {
    this.looks = looks;
    Label name = Styles.with(new Label(NAME), "muted");
    name.setMinWidth(Label.USE_PREF_SIZE);
    note.setMinWidth(Label.USE_PREF_SIZE);
    slider.setId("floor-discount-slider");
    slider.setBlockIncrement(1);
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.setAccessibleText(NAME);
    slider.setTooltip(
        new Tooltip("The smaller γ, the less later actions add, and the more is left to c"));
    slider.setMinWidth(NARROW);
    field.setId("floor-discount-field");
    field.getStyleClass().add("value-field");
    field.setAccessibleText(NAME);
    field.setMinWidth(NARROW);
    field.setPrefWidth(NARROW);
    node.setId("floor-discount");
    node.setAlignment(Pos.CENTER_LEFT);
    node.getChildren().addAll(name, slider, field, note);
    node.setDisable(true);
    HBox.setHgrow(slider, Priority.ALWAYS);
    slider.valueProperty().subscribe(value -> slid(value.doubleValue()));
    StripInput.listen(slider, field, looks, this::typed);
  }

  /// What stands above the charts.
  public Node node() {
    return node;
  }

  /// Shows γ as the model has it, among those that a snapshot has measured.
  public void refresh(@Nullable Snapshot snapshot) {
    if (snapshot != null) {
      snapshot.tracks().stream()
          .map(track -> track.exhibit(PolicyFloor.class))
          .flatMap(Stream::ofNullable)
          .filter(measured -> !measured.parts().isEmpty())
          .findFirst()
          .ifPresent(this::measured);
    }
    PolicyFloor known = floor;
    if (known != null && place(known, looks.outlook().discount()) != shown) {
      show(known, place(known, looks.outlook().discount()));
    }
  }

  private void measured(PolicyFloor newest) {
    PolicyFloor before = floor;
    floor = newest;
    if (before == null || run(newest) != run(before)) {
      shown = -1;
      stops = newest.parts().stream().map(RowVariance::discount).distinct().sorted().toList();
      slider.setMax(stops.size() - 1.0);
      node.setDisable(false);
    }
  }

  private static double run(PolicyFloor of) {
    return of.at(null).discount();
  }

  /// The stop at which the charts show a γ.
  private int place(PolicyFloor of, @Nullable Double gamma) {
    return stops.indexOf(of.at(gamma).discount());
  }

  private void show(PolicyFloor of, int place) {
    shown = place;
    double gamma = stops.get(place);
    String whose = "the run's: " + Numbers.text(run(of)); // as wide at every stop
    field.setText(Numbers.text(gamma));
    note.setText(whose);
    slider.setAccessibleText(NAME + " " + Numbers.text(gamma) + ", " + whose);
    if (Math.rint(slider.getValue()) != place) {
      slider.setValue(place);
    }
  }

  private void slid(double value) {
    int place = (int) Math.rint(value);
    PolicyFloor known = floor;
    if (known != null && shown >= 0 && place != shown) {
      choose(known, place);
    }
  }

  private void choose(PolicyFloor of, int place) {
    double gamma = stops.get(place);
    looks.discount(gamma == run(of) ? null : gamma);
    show(of, place);
  }

  /// Takes the stop that is nearest to what is typed, or shows again what holds if that is no
  /// number.
  private void typed() {
    OptionalDouble number = TypedNumber.parse(field.getText());
    PolicyFloor known = floor;
    if (known == null) {
      return;
    }
    int place = number.isPresent() ? place(known, number.getAsDouble()) : shown;
    if (place == shown) {
      show(known, place);
    } else {
      choose(known, place);
    }
  }
}
