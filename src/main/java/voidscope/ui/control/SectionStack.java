package voidscope.ui.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import voidscope.ui.widget.Styles;

/// Collapsible sections, one below the other, which come one a frame. Those open at first that have
/// room; after a few frames each opens and shuts only when it is asked to, and the stack scrolls
/// where they do not all fit.
final class SectionStack {
  private static final double GAP = 4;
  private static final int PULSES = 4;

  private final List<Section> sections = new ArrayList<>();
  private final Pane stack =
      new Pane() {
        @Override
        protected double computePrefHeight(double width) {
          return height(width - 2 * snappedLeftInset()) + 2 * snappedTopInset();
        }

        @Override
        protected void layoutChildren() {
          arrange(getWidth() - 2 * snappedLeftInset());
        }
      };
  private boolean settled;
  private int pulses;
  private final ScrollPane node = Styles.with(new ScrollPane(stack), "sections-scroll");

  SectionStack() {
    stack.getStyleClass().add("sections");
    node.setFitToWidth(true);
    node.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    node.setFocusTraversable(false);
    node.viewportBoundsProperty()
        .subscribe(
            bounds -> {
              pulses = 0;
              stack.requestLayout();
            });
  }

  Node node() {
    return node;
  }

  /// Adds a section below the others.
  ///
  /// @param weight the greater, the sooner it is open at first where space is scarce
  Section add(String id, String title, int weight) {
    Section section = new Section(id, title, weight);
    sections.add(section);
    return section;
  }

  /// Puts those sections on the screen that are not there yet.
  void complete() {
    while (stack.getChildren().size() < sections.size()) {
      putNext();
    }
  }

  private void putNext() {
    stack.getChildren().add(sections.get(stack.getChildren().size()).box);
  }

  /// A frame of the window: puts one more section on the screen, as to dress it takes longer than a
  /// frame; the first few with all of them find the height of everything.
  void pulse() {
    if (stack.getChildren().size() < sections.size()) {
      putNext();
      return;
    }
    boolean there = node.getScene() != null && node.getViewportBounds().getHeight() > 0;
    pulses = there ? pulses + 1 : 0;
    if (!settled && pulses >= PULSES) {
      settled = true;
      sections.forEach(section -> section.settled |= section.shown());
    }
  }

  private double height(double wide) {
    double used = -GAP;
    for (Section section : sections) {
      used += section.shown() ? section.height(wide) + GAP : 0;
    }
    return used;
  }

  private void arrange(double wide) {
    openWhatFits(wide);
    double y = stack.snappedTopInset();
    for (Section section : sections) {
      if (section.shown()) {
        double tall = section.height(wide);
        section.box.resizeRelocate(stack.snappedLeftInset(), y, wide, tall);
        y += tall + GAP;
      }
    }
  }

  /// Opens those that are new and have room.
  private void openWhatFits(double wide) {
    double room = node.getViewportBounds().getHeight() - 2 * stack.snappedTopInset();
    List<Section> fresh =
        sections.stream()
            .filter(section -> section.shown() && !section.settled)
            .sorted(Comparator.comparingInt(section -> -section.weight))
            .toList();
    if (room <= 0 || fresh.isEmpty()) {
      return;
    }
    double used = height(wide);
    boolean any = sections.stream().anyMatch(section -> section.open && section.settled);
    for (Section section : fresh) {
      used -= section.open ? section.content.prefHeight(wide) : 0;
    }
    for (Section section : fresh) {
      double body = section.content.prefHeight(wide);
      boolean fits = used + body <= room || !any;
      section.open(fits);
      used += fits ? body : 0;
      any |= fits;
      section.settled = settled;
    }
  }

  /// Scrolls to a place only where it is not to be seen.
  private void show(Section section) {
    node.layout();
    double room = node.getViewportBounds().getHeight();
    double hidden = stack.getHeight() - room;
    if (hidden > 0 && section.open) {
      double top = section.box.getLayoutY();
      double bottom = top + section.box.getHeight();
      double at = node.getVvalue() * hidden;
      double least = Math.max(at, bottom - room);
      node.setVvalue(Math.clamp(Math.min(least, top) / hidden, 0, 1));
    }
  }

  /// A titled group of rows.
  final class Section {
    private final int weight;
    private final Button header = new Button();
    private final VBox content = new VBox();
    private final VBox box = new VBox(header, content);
    private boolean settled;
    private boolean open;

    private Section(String id, String title, int weight) {
      this.weight = weight;
      header.setId("section-" + id);
      header.setMaxWidth(Double.MAX_VALUE);
      header.setText(title);
      header.getStyleClass().add("section-header");
      header.setOnAction(
          event -> {
            settled = true;
            if (open) {
              open(false);
            } else {
              reveal();
            }
          });
      content.getStyleClass().add("section-content");
      box.getStyleClass().add("section");
      open(false);
    }

    /// Replaces the rows; a section without any is not shown.
    void fill(String title, List<? extends Node> rows) {
      header.setText(title);
      content.getChildren().setAll(rows);
      box.setVisible(!rows.isEmpty());
      stack.requestLayout();
    }

    /// Gives it another title.
    void call(String title) {
      header.setText(title);
    }

    /// Opens the section, and brings it into sight.
    private void reveal() {
      open(true);
      Platform.runLater(() -> show(this)); // when it has its height
    }

    private boolean shown() {
      return box.isVisible() && box.getParent() != null;
    }

    private double height(double wide) {
      return header.prefHeight(wide) + (open ? content.prefHeight(wide) : 0);
    }

    private void open(boolean wanted) {
      if (open != wanted || header.getGraphic() == null) {
        open = wanted;
        content.setVisible(open);
        content.setManaged(open);
        header.setGraphic(new FontIcon(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
        stack.requestLayout();
      }
    }
  }
}
