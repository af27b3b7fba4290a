package voidscope.ui.board;

import org.jspecify.annotations.Nullable;
import voidscope.chart.figure.Extent;
import voidscope.chart.live.Gestures;
import voidscope.ui.model.WorkbenchModel;

/// What the mouse on one chart does to all of them.
///
/// @param board the charts
/// @param model the estimators
/// @param card the chart
public record CardGestures(ChartBoard board, WorkbenchModel model, ChartCard card)
    implements Gestures {
  @Override
  public void zoom(@Nullable Extent x, @Nullable Extent y) {
    board.axes().zoom(card.entry(), x, y);
  }

  @Override
  public void fit() {
    board.axes().fit(card.entry());
  }

  @Override
  public void hover(double x) {
    board.hover(card.entry(), x);
  }

  @Override
  public boolean toggles(String key) {
    return model.takesPart(key);
  }

  @Override
  public void legend(String key, boolean focus) {
    if (focus) {
      model.setHidden(key, false);
      model.focus(key);
    } else {
      model.setHidden(key, !model.hidden().contains(key));
    }
  }

  @Override
  public void title() {
    board.toggle(card);
  }
}
