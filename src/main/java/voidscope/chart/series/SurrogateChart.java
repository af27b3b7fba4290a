package voidscope.chart.series;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.Marginal;
import voidscope.estimator.Estimators;
import voidscope.experiment.record.Measurement;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.text.Count;
import voidscope.text.Numbers;

/// The surrogates as they are now beside f, along the first coordinate; in the legend how well c
/// follows f. f itself, and the optimal surrogate c* where it is known, are drawn at the θ of one
/// of them, that in focus if it has a surrogate.
final class SurrogateChart {
  /// Key of the lines of the optimal surrogate.
  static final String OPTIMUM = "optimum";

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
      double[] x = view.overZ() ? curve.z() : curve.u();
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
      double[] x = view.overZ() ? reference.z() : reference.u();
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
            abscissa(view.overZ(), reference, snapshot.parameters() > 1),
            Figure.Axis.fitting("c(z), f"),
            lines,
            List.of(),
            List.of())
        .with(RunAxis.hidden(snapshot, view, lines, track -> track.curve() != null), view.focus())
        .over(reference == null ? null : marginal(reference, view.overZ()));
  }

  /// Why there is no curve: nobody has a surrogate, or none that is a curve over one coordinate.
  private static String none(Snapshot snapshot, ChartView view) {
    return anybody(snapshot, view)
        ? "Surrogate: not a curve with this problem; Comparison has its correlation with f"
        : "Surrogate: no estimator shown here has one";
  }

  /// How the abscissae of a curve are distributed at its θ; null along a simplex.
  private static @Nullable Marginal marginal(Track.SurrogateCurve curve, boolean overZ) {
    Track.Rug rug = curve.rug();
    if (rug == null) {
      return null;
    }
    double[] u = curve.u();
    double[] x = overZ ? curve.z() : u;
    double[] density = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      int before = Math.max(0, i - 1);
      int after = Math.min(x.length - 1, i + 1);
      // The density is what u, which is uniform, gains along x.
      density[i] = (u[after] - u[before]) / (x[after] - x[before]);
    }
    return new Marginal("f", x, density, overZ ? rug.z() : rug.u());
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
      boolean overZ, Track.@Nullable SurrogateCurve curve, boolean several) {
    Track.Slice slice = curve == null ? Track.Slice.LOGISTIC : curve.slice();
    String where = several ? " (slice through coordinate 1)" : "";
    return switch (slice) {
      case LOGISTIC ->
          overZ ? Figure.Axis.fitting("z" + where) : new Figure.Axis("u" + where, 0, 1);
      case GAUSSIAN -> overZ ? Figure.Axis.fitting("b") : new Figure.Axis("u", 0, 1);
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
