package voidscope.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Background;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import voidscope.chart.figure.ChartView;
import voidscope.chart.look.Palette;
import voidscope.chart.series.Charts;
import voidscope.estimator.Term;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.TermShares;
import voidscope.experiment.record.Track;
import voidscope.text.Decimals;
import voidscope.ui.widget.Actions;
import voidscope.ui.widget.Styles;

/// The covariances of the terms of the gradient that the charts take apart, with their variances on
/// the diagonal and each term's share of Var ĝ at the end of its row. A tint tells their
/// correlation. A click, or the key that copies, copies it as text.
public final class TermMatrix {
  private static final double TINT = .3;
  private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");
  private static final String POSITIVE = Charts.term(0);
  private static final String NEGATIVE = Charts.term(2);

  private final GridPane grid = Styles.with(new GridPane(), "chart-card", "term-matrix");
  private final Tooltip tip = new Tooltip();
  private final Consumer<String> point;
  private final List<Label> names = new ArrayList<>();
  private final List<List<Label>> cells = new ArrayList<>();
  private List<Term> shown = List.of();
  private @Nullable Palette palette;
  private String text = "";

  /// @param point told the key of the term that the mouse is on, or an empty text
  public TermMatrix(Consumer<String> point) {
    this.point = point;
    grid.setId("term-matrix");
    grid.setMinHeight(Region.USE_PREF_SIZE);
    grid.setFocusTraversable(true);
    grid.setAccessibleText("Covariances of the terms");
    grid.setOnMouseClicked(
        event -> {
          grid.requestFocus();
          copy();
        });
    Actions.own(grid, COPY.getName());
    grid.setOnKeyPressed(
        event -> {
          if (COPY.match(event)) {
            copy();
            event.consume();
          }
        });
    Tooltip.install(grid, tip);
  }

  /// The pane.
  public Region node() {
    return grid;
  }

  /// Draws its tints in these colours.
  public void paint(Palette other) {
    palette = other;
  }

  /// Whether there is anything to show of a picture of the run; shows it.
  ///
  /// @param view how the chart of the terms is looked at
  public boolean follow(Snapshot snapshot, ChartView view) {
    Track track = Charts.ofTerms(snapshot, view).orElse(null);
    Track.GradientSample sample = track == null ? null : track.sample();
    if (track == null || sample == null) {
      return false;
    }
    if (!sample.terms().equals(shown)) {
      lay(sample.terms());
    }
    fill(sample.shares());
    text = copied(track.label(), sample);
    tip.setText(
        "Covariances of the terms of ĝ of "
            + track.label()
            + ", each with its sign: all of them sum to Var ĝ = "
            + Decimals.scientific(sample.shares().variance())
            + (sample.shares().doubtful() ? "\nRare sides: not reliable" : "")
            + "\nClick, or "
            + COPY.getDisplayText()
            + " here: copy them");
    return true;
  }

  private void lay(List<Term> terms) {
    shown = terms;
    names.clear();
    cells.clear();
    grid.getChildren().clear();
    grid.add(label("Covariances", "comparison-head"), 0, 0);
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      String key = Charts.term(i);
      grid.add(label(Integer.toString(i + 1), "comparison-head"), i + 1, 0);
      Label name =
          label((i + 1) + "  " + (term.sign() > 0 ? "+ " : "− ") + term.name(), "term-row");
      name.setOnMouseEntered(event -> point.accept(key));
      name.setOnMouseExited(event -> point.accept(""));
      names.add(name);
      grid.add(name, 0, i + 1);
      List<Label> row = new ArrayList<>();
      for (int j = 0; j <= terms.size(); j++) {
        Label cell = label("", "term-cell");
        cell.setMaxWidth(Double.MAX_VALUE);
        row.add(cell);
        grid.add(cell, j + 1, i + 1);
      }
      cells.add(row);
    }
    grid.add(label("share", "comparison-head"), terms.size() + 1, 0);
  }

  private static Label label(String text, String style) {
    Label label = Styles.with(new Label(text), style);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private void fill(TermShares shares) {
    Palette colours = palette;
    for (int i = 0; i < shares.count(); i++) {
      for (int j = 0; j < shares.count(); j++) {
        Label cell = cells.get(i).get(j);
        cell.setText(Decimals.scientific(shares.covariances()[i][j]));
        double correlation = shares.correlation(i, j);
        if (colours != null && Math.abs(correlation) <= 1) {
          int argb = colours.ink(correlation > 0 ? POSITIVE : NEGATIVE).argb();
          double opacity = TINT * Math.abs(correlation);
          cell.setBackground(
              Background.fill(Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255, opacity)));
        }
      }
      cells.get(i).getLast().setText(share(shares, i));
    }
  }

  /// A share that cannot be trusted stands in brackets.
  private static String share(TermShares shares, int term) {
    String text = Decimals.percent(shares.share(term));
    return shares.doubtful() ? "(" + text + ")" : text;
  }

  /// Lets a term stand out.
  ///
  /// @param key of the term, or another
  public void light(String key) {
    for (int i = 0; i < names.size(); i++) {
      Styles.state(names.get(i), "lit", Charts.term(i).equals(key));
    }
  }

  /// Tabs between cells, a line a term.
  private static String copied(String owner, Track.GradientSample sample) {
    TermShares shares = sample.shares();
    StringBuilder text = new StringBuilder("covariances of the terms, ").append(owner);
    sample.terms().forEach(term -> text.append('\t').append(signed(term)));
    text.append("\tshare\n");
    for (int i = 0; i < shares.count(); i++) {
      text.append(signed(sample.terms().get(i)));
      for (double covariance : shares.covariances()[i]) {
        text.append('\t').append(covariance);
      }
      text.append('\t').append(shares.share(i)).append('\n');
    }
    return text.toString();
  }

  private static String signed(Term term) {
    return (term.sign() > 0 ? "+ " : "− ") + term.name();
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
