package voidscope.chart.live;

import org.jspecify.annotations.Nullable;
import voidscope.chart.figure.Extent;

/// What the user does on a chart with the mouse. Called on the FX thread.
public interface Gestures {
  /// Show this part; null leaves an axis as it is.
  void zoom(@Nullable Extent x, @Nullable Extent y);

  /// A button is pressed on the chart, or let go.
  void grip(boolean held);

  /// Show everything again.
  void fit();

  /// The mouse points at a place; NaN when it has left.
  void hover(double x, double y);

  /// The mouse points at a series, or at its entry in the legend.
  ///
  /// @param key of the series; empty when it points at none
  void point(String key);

  /// Whether a legend entry of this key answers to a click.
  boolean toggles(String key);

  /// A click on a legend entry.
  ///
  /// @param focus whether its estimator is to come in focus, instead of being hidden or shown
  void legend(String key, boolean focus);

  /// A double click on the title.
  void title();

  /// Nobody listens.
  Gestures NONE =
      new Gestures() {
        @Override
        public void zoom(@Nullable Extent x, @Nullable Extent y) {}

        @Override
        public void grip(boolean held) {}

        @Override
        public void fit() {}

        @Override
        public void hover(double x, double y) {}

        @Override
        public void point(String key) {}

        @Override
        public boolean toggles(String key) {
          return false;
        }

        @Override
        public void legend(String key, boolean focus) {}

        @Override
        public void title() {}
      };
}
