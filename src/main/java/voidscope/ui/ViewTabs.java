package voidscope.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import voidscope.ui.model.Looks;
import voidscope.ui.model.ViewEntry;
import voidscope.ui.model.Views;
import voidscope.ui.widget.Actions;
import voidscope.ui.widget.Styles;

/// The views' tabs in the title bar, each with its key.
final class ViewTabs {
  private static final String PREFIX = "view-";

  private final Looks looks;
  private final Map<String, ToggleButton> tabs = new LinkedHashMap<>();

  /// @param place where the tabs stand
  ViewTabs(HBox place, Looks looks) {
    this.looks = looks;
    for (ViewEntry view : Views.catalogue().entries()) {
      ToggleButton tab = Styles.with(new ToggleButton(view.label()), "view-tab");
      tab.setId(PREFIX + view.key());
      tab.setMinWidth(Region.USE_PREF_SIZE); // a long name of a scenario gives way
      tab.setGraphic(Styles.with(new Label(Integer.toString(view.digit())), "view-number"));
      tab.setTooltip(new Tooltip(view.sentence() + "  (" + view.digit() + ")"));
      tab.setAccessibleText(view.label() + ". " + view.sentence());
      tab.setOnAction(event -> choose(view));
      tabs.put(view.key(), tab);
      place.getChildren().add(tab);
    }
    refresh();
  }

  /// Puts an action with a key in the registry for every view.
  static void register(Actions actions, Looks looks) {
    for (ViewEntry view : Views.catalogue().entries()) {
      actions.add(
          PREFIX + view.key(),
          "View: " + view.label(),
          null,
          Integer.toString(view.digit()),
          () -> looks.show(view.key()));
    }
  }

  private void choose(ViewEntry view) {
    looks.show(view.key());
    refresh();
  }

  /// Marks the view on the screen, and leaves out those that are none for the problem; a press on
  /// its tab does not take it away.
  void refresh() {
    tabs.forEach(
        (key, tab) -> {
          boolean there = looks.shows(Views.catalogue().get(key));
          tab.setVisible(there);
          tab.setManaged(there);
          tab.setSelected(key.equals(looks.outlook().view()));
        });
  }
}
