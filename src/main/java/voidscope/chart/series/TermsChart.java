package voidscope.chart.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;
import voidscope.estimator.Term;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.TermShares;
import voidscope.experiment.record.Track;
import voidscope.text.Decimals;

/// What one estimator's gradient is the sum of: histograms of its terms and of their sum. For LAX
/// these are the lecture's three: REINFORCE of f, REINFORCE of c, reparameterization of c. It is
/// the estimator in focus, or the last one shown that has terms; the title says which.
final class TermsChart {
  /// Inks of the terms, in their order.
  static final List<String> INKS =
      List.of("term-first", "term-second", "term-third", "term-fourth");

  private TermsChart() {}

  static Figure draw(Snapshot snapshot, ChartView view) {
    return draw(snapshot, view, null);
  }

  /// @param beside where the same estimator's terms are to lie in the bins as well, or null
  static Figure draw(Snapshot snapshot, ChartView view, @Nullable Snapshot beside) {
    List<Figure.Line> lines = new ArrayList<>();
    Optional<Track> track = chosen(snapshot, view);
    Track.GradientSample sample = track.map(Track::sample).orElse(null);
    if (track.isPresent() && sample != null) {
      float[][] values = sample.values()[0];
      List<float[]> all = new ArrayList<>(Arrays.asList(values));
      if (beside != null) {
        String key = track.get().id();
        chosen(beside, view.withFocus(key))
            .filter(other -> other.id().equals(key))
            .map(Track::sample)
            .ifPresent(other -> all.addAll(Arrays.asList(other.values()[0])));
      }
      Histogram histogram = new Histogram(all);
      lines.add(
          histogram.outline(
              track.get().id(), "ĝ of " + track.get().label(), Figure.Style.MAIN, values[0]));
      for (int t = 0; t < sample.terms().size(); t++) {
        Term term = sample.terms().get(t);
        boolean plus = term.sign() > 0;
        String name = (plus ? "+ " : "− ") + term.name() + share(sample.shares(), t);
        lines.add(
            histogram
                .outline(INKS.get(t), name, Figure.Style.MAIN, values[t + 1])
                .as((plus ? "plus " : "minus ") + term.name()));
      }
    }
    return new Figure(
        "Terms of ĝ: "
            + track
                .map(t -> whose(t, view, snapshot) + RunAxis.first(snapshot, ", "))
                .orElseGet(() -> none(snapshot, view)),
        Figure.Axis.fitting("value, " + GradientChart.coordinate(snapshot)),
        Histogram.shares(),
        lines,
        List.of(),
        List.of());
  }

  /// Its share of the variance, in words for the legend; of one that cannot be trusted the reason.
  private static String share(TermShares shares, int term) {
    double share = shares.share(term);
    if (shares.doubtful()) {
      return " (rare sides: not reliable)";
    }
    return Double.isNaN(share) ? "" : ", " + Decimals.percent(share);
  }

  /// Why nobody's are shown: there are none, or a problem's estimates are not taken apart, as those
  /// of a VAE and of episodes.
  static String none(Snapshot snapshot, ChartView view) {
    return RunAxis.shown(snapshot, view).stream()
            .filter(track -> track.failure() == null)
            .map(track -> Estimators.catalogue().get(track.entrant().kind()))
            .anyMatch(entry -> !entry.formula().terms().isEmpty())
        ? "not taken apart with this problem"
        : "no estimator here has any";
  }

  /// Whose they are, and where it is another than the one in focus, why.
  static String whose(Track shown, ChartView view, Snapshot snapshot) {
    String whose = shown.label();
    String focus = view.focus();
    if (focus.isEmpty() || shown.id().equals(focus)) {
      return whose;
    }
    Track other =
        snapshot.tracks().stream()
            .filter(track -> track.id().equals(focus))
            .findFirst()
            .orElse(null);
    String label =
        other != null
            ? other.label()
            : Estimators.catalogue().find(focus).map(EstimatorEntry::label).orElse(focus);
    String why =
        other == null
            ? "is not in the run"
            : view.hidden().contains(focus)
                ? "is hidden"
                : other.failure() == null ? "has none" : "has stopped";
    return whose + " (" + label + ", in focus, " + why + ")";
  }

  static Optional<Track> chosen(Snapshot snapshot, ChartView view) {
    return chosen(
        snapshot,
        view,
        track -> {
          Track.GradientSample sample = track.sample();
          return sample != null && !sample.terms().isEmpty();
        });
  }

  /// Whose terms are shown: those of the estimator in focus, or of the last one that has any.
  static Optional<Track> chosen(Snapshot snapshot, ChartView view, Predicate<Track> has) {
    List<Track> able = RunAxis.shown(snapshot, view).stream().filter(has).toList();
    return able.stream()
        .filter(track -> track.id().equals(view.focus()))
        .findFirst()
        .or(() -> able.isEmpty() ? Optional.empty() : Optional.of(able.getLast()));
  }
}
