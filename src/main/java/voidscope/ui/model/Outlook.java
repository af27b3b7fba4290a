package voidscope.ui.model;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import voidscope.chart.figure.Abscissa;
import voidscope.chart.figure.ChartView;
import voidscope.chart.series.CarriedView;
import voidscope.chart.series.ChartEntry;
import voidscope.chart.series.Charts;

/// How what is set is looked at. Immutable; a change of it changes no result.
///
/// @param view key of the view on the screen
/// @param focus id of the estimator in focus; empty if there is none
/// @param hidden ids of the estimators that the charts leave out
/// @param everyone whether lists show all estimators
/// @param abscissa what surrogates are drawn over
/// @param axes of the charts
/// @param averaged how many estimates a mean is taken of where its error is shown, N
/// @param discount γ at which the parts of a variance are shown; null for that of the run
public record Outlook(
    String view,
    String focus,
    Set<String> hidden,
    boolean everyone,
    Abscissa abscissa,
    Axes axes,
    long averaged,
    @Nullable Double discount) {

  /// Copies the set.
  public Outlook {
    hidden = Collections.unmodifiableSet(new TreeSet<>(hidden));
  }

  /// A view with everything shown.
  static Outlook of(String view) {
    return new Outlook(
        view, "", Set.of(), false, Abscissa.NOISE, Axes.PLAIN, ChartView.USUALLY_AVERAGED, null);
  }

  Outlook withView(String key) {
    return new Outlook(key, focus, hidden, everyone, abscissa, axes, averaged, discount);
  }

  Outlook withFocus(String id) {
    return new Outlook(view, id, hidden, everyone, abscissa, axes, averaged, discount);
  }

  Outlook with(Axes other) {
    return new Outlook(view, focus, hidden, everyone, abscissa, other, averaged, discount);
  }

  /// The same with other axes, made of these.
  Outlook axes(UnaryOperator<Axes> change) {
    return with(change.apply(axes));
  }

  /// The same with an estimator's lines hidden or shown.
  Outlook hiding(String id, boolean hide) {
    Set<String> changed = new TreeSet<>(hidden);
    if (hide) {
      changed.add(id);
    } else {
      changed.remove(id);
    }
    return new Outlook(view, focus, changed, everyone, abscissa, axes, averaged, discount);
  }

  /// The same with all estimators listed, or the further ones folded away.
  Outlook listing(boolean all) {
    return new Outlook(view, focus, hidden, all, abscissa, axes, averaged, discount);
  }

  /// The same with the surrogate chart's abscissa turned to the next one.
  Outlook turned() {
    return new Outlook(view, focus, hidden, everyone, abscissa.next(), axes, averaged, discount);
  }

  /// The same with the mean of another number of estimates.
  Outlook averaging(long count) {
    return new Outlook(view, focus, hidden, everyone, abscissa, axes, count, discount);
  }

  /// The same with the parts of a variance at another γ, or at the run's for null.
  Outlook discounting(@Nullable Double gamma) {
    return new Outlook(view, focus, hidden, everyone, abscissa, axes, averaged, gamma);
  }

  /// As a figure was looked at, in a view that has its chart.
  ///
  /// @param focusable whether the figure's focus is on someone who takes part
  Outlook like(CarriedView carried, boolean focusable) {
    ChartView seen = carried.view();
    String shown =
        Views.catalogue().get(view).charts().contains(carried.chart())
            ? view
            : Views.catalogue().entries().stream()
                .filter(other -> other.charts().contains(carried.chart()))
                .findFirst()
                .map(ViewEntry::key)
                .orElse(view);
    Axes looked = axes;
    for (ChartEntry chart : Charts.catalogue().entries()) {
      ChartView own = carried.of(chart);
      looked = looked.look(chart, own.across(), own.up());
    }
    return new Outlook(
        shown,
        focusable ? seen.focus() : focus,
        seen.hidden(),
        everyone,
        seen.abscissa(),
        looked,
        seen.averaged(),
        seen.discount());
  }

  /// The same where a chart is looked at in this way.
  Outlook looking(ChartEntry chart, ChartView seen) {
    return new Outlook(
        view,
        seen.focus(),
        seen.hidden(),
        everyone,
        seen.abscissa(),
        axes.look(chart, seen.across(), seen.up()),
        seen.averaged(),
        seen.discount());
  }

  /// How a chart is looked at.
  ///
  /// @param columns pixel columns to thin for
  public ChartView of(ChartEntry chart, int columns) {
    return new ChartView(
        hidden, focus, abscissa, columns, axes.across(chart), axes.up(chart), averaged, discount);
  }
}
