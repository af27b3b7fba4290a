package voidscope.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Collapsible sections that never need to scroll: when they do not all fit, those opened longest
/// ago are collapsed.
final class SectionStack {
  private static final double GAP = 4;

  private final List<Section> sections = new ArrayList<>();
  private final List<Section> recent = new ArrayList<>();
  private final Pane node =
      new Pane() {
        @Override
        protected void layoutChildren() {
          arrange(getWidth(), getHeight());
        }
      };

  SectionStack() {
    node.getStyleClass().add("sections");
  }

  Node node() {
    return node;
  }

  /// Adds a section below the others.
  ///
  /// @param weight the greater, the longer it stays open when space is scarce
  Section add(String id, String title, int weight) {
    Section section = new Section(id, title, weight);
    sections.add(section);
    recent.add(section);
    recent.sort((a, b) -> Integer.compare(b.weight, a.weight));
    node.getChildren().add(section.box);
    return section;
  }

  private void arrange(double width, double height) {
    double inset = node.snappedLeftInset();
    double wide = width - 2 * inset;
    double used = 2 * inset;
    for (Section section : sections) {
      used += section.shown() ? section.header.prefHeight(wide) + GAP : 0;
    }
    List<Section> open = new ArrayList<>();
    for (Section section : recent) {
      double body = section.content.prefHeight(wide);
      if (section.shown() && section.wanted && (used + body <= height || open.isEmpty())) {
        open.add(section);
        used += body;
      }
    }
    double y = inset;
    for (Section section : sections) {
      section.open(open.contains(section));
      if (section.shown()) {
        double tall =
            section.header.prefHeight(wide)
                + (open.contains(section) ? section.content.prefHeight(wide) : 0);
        section.box.resizeRelocate(inset, y, wide, tall);
        y += tall + GAP;
      }
    }
  }

  /// A titled group of rows.
  final class Section {
    private final int weight;
    private final Button header = new Button();
    private final VBox content = new VBox();
    private final VBox box = new VBox(header, content);
    private boolean wanted = true;

    private Section(String id, String title, int weight) {
      this.weight = weight;
      header.setId("section-" + id);
      header.setMaxWidth(Double.MAX_VALUE);
      header.setText(title);
      header.getStyleClass().add("section-header");
      header.setOnAction(event -> toggle());
      content.getStyleClass().add("section-content");
      box.getStyleClass().add("section");
    }

    /// Replaces the rows; a section without any is not shown.
    void fill(String title, List<? extends Node> rows) {
      header.setText(title);
      content.getChildren().setAll(rows);
      box.setVisible(!rows.isEmpty());
      node.requestLayout();
    }

    /// Gives it another title.
    void call(String title) {
      header.setText(title);
    }

    /// Opens the section and keeps it open before all others.
    void reveal() {
      wanted = true;
      recent.remove(this);
      recent.addFirst(this);
      node.requestLayout();
    }

    private void toggle() {
      if (content.isVisible()) {
        wanted = false;
        node.requestLayout();
      } else {
        reveal();
      }
    }

    private boolean shown() {
      return box.isVisible();
    }

    private void open(boolean open) {
      if (content.isVisible() != open || header.getGraphic() == null) {
        content.setVisible(open);
        content.setManaged(open);
        header.setGraphic(new FontIcon(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
      }
    }
  }
}
