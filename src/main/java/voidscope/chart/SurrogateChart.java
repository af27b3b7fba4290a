package voidscope.chart;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import voidscope.experiment.Snapshot;
import voidscope.experiment.Track;

/// The surrogates as they are now beside f, along the first coordinate; in the legend how well c
/// follows f.
final class SurrogateChart {
  private SurrogateChart() {}

  static Figure draw(Snapshot snapshot, ChartView view) {
    List<Figure.Line> lines = new ArrayList<>();
    List<Figure.Line> companions = new ArrayList<>();
    Track.SurrogateCurve reference = null;
    for (Track track : RunAxis.shown(snapshot, view)) {
      Track.SurrogateCurve curve = track.curve();
      if (curve == null) {
        continue;
      }
      String key = track.choice().key();
      double[] x = view.overZ() ? curve.z() : curve.u();
      lines.add(line(key, name(track), Figure.Style.MAIN, x, curve.c()));
      if (curve.relaxed().length > 0) {
        String name =
            companions.isEmpty()
                ? curve.slice() == Track.Slice.SIMPLEX
                    ? "dashed: f(softmax(z/λ))"
                    : "dashed: f(σ(z/λ))"
                : "";
        companions.add(line(key, name, Figure.Style.COMPANION, x, curve.relaxed()));
      }
      if (reference == null || key.equals(view.focus())) {
        reference = curve;
      }
    }
    if (reference != null) {
      double[] x = view.overZ() ? reference.z() : reference.u();
      lines.add(line("f", hard(reference), Figure.Style.MAIN, x, reference.hard()));
    }
    lines.addAll(companions);
    return new Figure(
            lines.isEmpty() ? "Surrogate: no estimator shown here has one" : "Surrogate",
            abscissa(view.overZ(), reference, snapshot.parameters() > 1),
            Figure.Axis.fitting("c(z), f"),
            lines,
            List.of(),
            List.of())
        .with(RunAxis.hidden(snapshot, view, lines, track -> track.curve() != null), view.focus());
  }

  private static Figure.Axis abscissa(
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

  private static String hard(Track.SurrogateCurve curve) {
    return curve.slice() == Track.Slice.LOGISTIC ? "f(H(z))" : "f(b)";
  }

  private static Figure.Line line(
      String key, String name, Figure.Style style, double[] x, double[] y) {
    return new Figure.Line(key, name, style, x, y, null, null);
  }

  private static String name(Track track) {
    Track.Measurement measured = track.measured();
    String name = RunAxis.name(track) + " c";
    return measured != null && Double.isFinite(measured.correlation())
        ? name + ", corr " + EventCaptions.number(measured.correlation(), 2)
        : name;
  }
}
