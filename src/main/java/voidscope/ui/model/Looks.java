package voidscope.ui.model;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// How things are looked at, and changes of it. For the window's thread.
public interface Looks {
  /// How things are looked at now.
  Outlook outlook();

  /// The view on the screen.
  default ViewEntry view() {
    return Views.catalogue().get(outlook().view());
  }

  /// Id of the estimator in focus; empty if there is none.
  default String focus() {
    return outlook().focus();
  }

  /// Ids of the estimators that the charts leave out.
  default Set<String> hidden() {
    return outlook().hidden();
  }

  /// Puts an estimator in focus.
  void focus(String id);

  /// Shows or hides an estimator's lines.
  void setHidden(String id, boolean hide);

  /// Whether a view is one for the problem that is set.
  boolean shows(ViewEntry view);

  /// Chooses a view; nothing happens where it is none for the problem.
  void show(String key);

  /// Draws surrogates over the next of u, z and σ(z/λ).
  void turnAbscissa();

  /// Shows the error of the mean of another number of estimates.
  void average(long count);

  /// Shows the parts of a variance at another γ, or at the run's for null.
  void discount(@Nullable Double gamma);

  /// Looks at the charts on other axes, made of the present ones.
  void axes(UnaryOperator<Axes> change);

  /// A hand takes hold of a chart: what it does to the axes is one gesture until it lets go.
  void grip(boolean held);
}
