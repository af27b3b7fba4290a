package voidscope.ui.board;

import org.jspecify.annotations.Nullable;
import voidscope.chart.figure.Extent;
import voidscope.chart.live.Gestures;
import voidscope.ui.model.Contenders;
import voidscope.ui.model.Looks;

/// What the mouse on one chart does to all of them.
///
/// @param board the charts
/// @param looks how they are looked at
/// @param contenders the estimators
/// @param card the chart
public record CardGestures(ChartBoard board, Looks looks, Contenders contenders, ChartCard card)
    implements Gestures {
  @Override
  public void zoom(@Nullable Extent x, @Nullable Extent y) {
    looks.axes(axes -> axes.zoom(card.entry(), x, y));
  }

  @Override
  public void fit() {
    looks.axes(axes -> axes.fit(card.entry()));
  }

  @Override
  public void grip(boolean held) {
    looks.grip(held);
  }

  @Override
  public void hover(double x, double y) {
    board.hover(card.entry(), x, y);
  }

  @Override
  public void point(String key) {
    board.point(key);
  }

  @Override
  public boolean toggles(String key) {
    return contenders.takesPart(key);
  }

  @Override
  public void legend(String key, boolean focus) {
    if (focus) {
      looks.setHidden(key, false);
      looks.focus(key);
    } else {
      looks.setHidden(key, !looks.hidden().contains(key));
    }
  }

  @Override
  public void title() {
    board.toggle(card);
  }
}
