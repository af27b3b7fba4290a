package voidscope.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import voidscope.ui.widget.Styles;

/// The target's slider over its uneven ticks.
final class TargetScale {
  private static final double[] MARKS = {
    .45, .46, .47, .48, .49, .499, .5, .501, .51, .52, .53, .54, .55
  };
  private static final String[] NAMES = {
    ".45", "", "", "", ".49", ".499", "½", ".501", ".51", "", "", "", ".55"
  };
  private static final double INSET = 9;
  private static final double SLIDER = 18;

  private final Slider slider;
  private final SliderLayout layout;
  private final List<Region> ticks = new ArrayList<>();
  private final List<Label> names = new ArrayList<>();
  private final Pane node;

  TargetScale(Slider slider, SliderLayout layout) {
    this.slider = slider;
    this.layout = layout;
    for (String name : NAMES) {
      ticks.add(Styles.with(new Region(), "target-tick"));
      names.add(Styles.with(new Label(name), "target-name"));
    }
    node =
        new Pane() {
          @Override
          protected void layoutChildren() {
            arrange(getWidth());
          }
        };
    node.getStyleClass().add("target-scale");
    node.getChildren().addAll(ticks);
    node.getChildren().addAll(names);
    node.getChildren().add(slider);
  }

  Node node() {
    return node;
  }

  private void arrange(double width) {
    slider.resizeRelocate(0, 0, width, SLIDER);
    for (int i = 0; i < MARKS.length; i++) {
      double share = (layout.position(MARKS[i]) - layout.start()) / (layout.end() - layout.start());
      double x = Math.rint(INSET + share * (width - 2 * INSET));
      ticks.get(i).resizeRelocate(x, SLIDER - 3, 1, NAMES[i].isEmpty() ? 3 : 5);
      Label name = names.get(i);
      double wide = name.prefWidth(-1);
      name.resizeRelocate(x - wide / 2, SLIDER + 2, wide, name.prefHeight(-1));
    }
  }
}
