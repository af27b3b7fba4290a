package voidscope.chart;

import java.util.ArrayList;
import java.util.List;
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
        String name = companions.isEmpty() ? "dashed: f(σ(z/λ))" : "";
        companions.add(line(key, name, Figure.Style.COMPANION, x, curve.relaxed()));
      }
      if (reference == null || key.equals(view.focus())) {
        reference = curve;
      }
    }
    if (reference != null) {
      double[] x = view.overZ() ? reference.z() : reference.u();
      lines.add(line("f", "f(H(z))", Figure.Style.MAIN, x, reference.hard()));
    }
    lines.addAll(companions);
    return new Figure(
        lines.isEmpty() ? "Surrogate: no estimator shown here has one" : "Surrogate",
        abscissa(view.overZ(), RunAxis.latents(snapshot)),
        Figure.Axis.fitting("c(z), f"),
        lines,
        List.of(),
        List.of());
  }

  private static Figure.Axis abscissa(boolean overZ, int latents) {
    String slice = latents > 1 ? " (slice through coordinate 1)" : "";
    return overZ ? Figure.Axis.fitting("z" + slice) : new Figure.Axis("u" + slice, 0, 1);
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
