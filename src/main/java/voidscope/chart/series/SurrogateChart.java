package voidscope.chart.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import voidscope.chart.figure.Abscissa;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.Marginal;
import voidscope.estimator.Estimators;
import voidscope.experiment.record.Measurement;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.stat.Sigmoid;
import voidscope.text.Count;
import voidscope.text.Numbers;

/// The surrogates as they are now beside f, along the first coordinate; in the legend how well c
/// follows f. f itself, and the optimal surrogate c* where it is known, are drawn at the θ of one
/// of them, that in focus if it has a surrogate.
final class SurrogateChart {
  /// Key of the lines of the optimal surrogate.
  static final String OPTIMUM = "optimum";

  /// The least share of the axis along which a density is told.
  private static final double FINE = 1e-3;

  /// Below it a number is told with a power of ten.
  private static final double SMALL = 1e-3;

  private SurrogateChart() {}

  static Figure draw(Snapshot snapshot, ChartView view) {
    List<Figure.Line> lines = new ArrayList<>();
    List<Figure.Line> companions = new ArrayList<>();
    Track.SurrogateCurve reference = null;
    Track owner = null;
    for (Track track : RunAxis.shown(snapshot, view)) {
      Track.SurrogateCurve curve = track.curve();
      if (curve == null) {
        continue;
      }
      String key = track.id();
      double[] x = along(curve, view.abscissa());
      String c = track.label() + " c";
      lines.add(line(key, name(track), c, Figure.Style.MAIN, x, curve.c()));
      if (curve.relaxed().length > 0) {
        String soft = curve.slice() == Track.Slice.SIMPLEX ? "f(softmax(z/λ))" : "f(σ(z/λ))";
        String name = companions.isEmpty() ? "dashed: " + soft : "";
        String column = track.label() + " " + soft;
        companions.add(line(key, name, column, Figure.Style.COMPANION, x, curve.relaxed()));
      }
      if (reference == null || key.equals(view.focus())) {
        reference = curve;
        owner = track;
      }
    }
    if (reference != null && owner != null) {
      double[] x = along(reference, view.abscissa());
      // Where b flips, and what the other latents are, follows from the θ of one of them.
      Track.BestCurve best = reference.best();
      String star = best == null ? "" : ", c*";
      String name = hard(reference) + star + " at " + owner.label() + "’s θ";
      lines.add(line("f", name, name, Figure.Style.MAIN, x, reference.hard()));
      if (best != null) {
        lines.addFirst(
            line(OPTIMUM, best(best, owner, snapshot), "c*", Figure.Style.MAIN, x, best.c())
                .inked(Estimators.EXACT));
      }
    }
    lines.addAll(companions);
    return new Figure(
            lines.isEmpty() ? none(snapshot, view) : "Surrogate" + RunAxis.first(snapshot, ": "),
            abscissa(view.abscissa(), reference, snapshot.parameters() > 1),
            Figure.Axis.fitting("c(z), f"),
            lines,
            List.of(),
            List.of())
        .with(RunAxis.hidden(snapshot, view, lines, track -> track.curve() != null), view.focus())
        .over(reference == null ? null : marginal(reference, view.abscissa()));
  }

  /// Why there is no curve: nobody has a surrogate, or none that is a curve over one coordinate.
  private static String none(Snapshot snapshot, ChartView view) {
    return anybody(snapshot, view)
        ? "Surrogate: not a curve with this problem; Comparison has its correlation with f"
        : "Surrogate: no estimator shown here has one";
  }

  /// The abscissae of a curve's points.
  static double[] along(Track.SurrogateCurve curve, Abscissa abscissa) {
    return along(curve, abscissa, curve.u(), curve.z());
  }

  /// Those of samples of which the noise and z are known. Only a logistic z has a soft sample; of a
  /// λ that is not known it is NaN.
  private static double[] along(
      Track.SurrogateCurve curve, Abscissa abscissa, double[] u, double[] z) {
    boolean soft = abscissa == Abscissa.SOFT && curve.slice() == Track.Slice.LOGISTIC;
    return abscissa == Abscissa.NOISE
        ? u
        : soft ? Arrays.stream(z).map(v -> Sigmoid.of(v / curve.temperature())).toArray() : z;
  }

  /// How the abscissae of a curve are distributed at its θ; null along a simplex.
  private static @Nullable Marginal marginal(Track.SurrogateCurve curve, Abscissa abscissa) {
    Track.Rug rug = curve.rug();
    if (rug == null) {
      return null;
    }
    double[] u = curve.u();
    double[] x = along(curve, abscissa);
    double[] density = new double[x.length];
    double least = FINE * (x[x.length - 1] - x[0]);
    for (int i = 0; i < x.length; i++) {
      int before = Math.max(0, i - 1);
      int after = Math.min(x.length - 1, i + 1);
      // The density is what u, which is uniform, gains along x; no finer than a pixel.
      density[i] = (u[after] - u[before]) / Math.max(x[after] - x[before], least);
    }
    return new Marginal("f", x, density, along(curve, abscissa, rug.u(), rug.z()));
  }

  /// Whether anybody shown has a surrogate.
  static boolean anybody(Snapshot snapshot, ChartView view) {
    return RunAxis.shown(snapshot, view).stream()
        .filter(track -> track.failure() == null)
        .map(Track::entrant)
        .anyMatch(
            entrant ->
                Estimators.catalogue()
                        .get(entrant.kind())
                        .maker()
                        .apply(entrant.settings())
                        .surrogate()
                    != null);
  }

  /// What a surrogate is drawn over.
  static Figure.Axis abscissa(
      Abscissa abscissa, Track.@Nullable SurrogateCurve curve, boolean several) {
    Track.Slice slice = curve == null ? Track.Slice.LOGISTIC : curve.slice();
    String where = several ? " (slice through coordinate 1)" : "";
    return switch (slice) {
      case LOGISTIC ->
          switch (abscissa) {
            case NOISE -> new Figure.Axis("u" + where, 0, 1);
            case RELAXED -> Figure.Axis.fitting("z" + where);
            case SOFT -> new Figure.Axis("σ(z/λ)" + where, 0, 1);
          };
      case GAUSSIAN ->
          abscissa == Abscissa.NOISE ? new Figure.Axis("u", 0, 1) : Figure.Axis.fitting("b");
      case SIMPLEX ->
          Figure.Axis.fitting("class (along the simplex' edges" + (several ? ", latent 1)" : ")"));
    };
  }

  /// Names the optimal surrogate, what it leaves and, where the run has gone on since, its step.
  private static String best(Track.BestCurve best, Track owner, Snapshot snapshot) {
    boolean constant = snapshot.parameters() == 1 && best.variance() == 0 && best.bound() == 0;
    return "c*"
        + (snapshot.parameters() > 1 ? ", tr Cov " : ", Var ")
        + number(best.variance())
        + (constant ? " (so a constant)" : best.bound() > 0 ? " ≥ " + number(best.bound()) : "")
        + (best.step() == owner.step() ? "" : " (step " + Count.grouped(best.step()) + ")");
  }

  private static String number(double variance) {
    return variance < SMALL ? Numbers.shortText(variance) : Numbers.caption(variance, 3);
  }

  private static String hard(Track.SurrogateCurve curve) {
    return curve.slice() == Track.Slice.LOGISTIC ? "f(H(z))" : "f(b)";
  }

  private static Figure.Line line(
      String key, String name, String column, Figure.Style style, double[] x, double[] y) {
    return new Figure.Line(key, name, column, style, x, y, null, null);
  }

  private static String name(Track track) {
    Measurement measured = track.measured();
    return RunAxis.name(track)
        + " c"
        + (measured == null
            ? ""
            : CorrelationText.of(", corr ", measured.correlation(), measured.samples()));
  }
}
