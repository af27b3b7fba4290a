package voidscope.chart.draw;

import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.Foot;
import voidscope.chart.look.Look;

/// The ends that an exported figure's axes have.
///
/// @param x of the horizontal axis
/// @param y of the vertical one, with the strip for zeros at its foot
public record FigureAxes(Extent x, Foot y) {
  /// Those of a figure of a size in the look's units.
  public static FigureAxes of(Figure figure, double width, double height, Look look) {
    double em = look.fontSize();
    Extent x =
        new AxisFit(0).fit(figure.x(), Extent.ofX(figure), Frame.ticksAcross(width - 5 * em, look));
    Extent above =
        new AxisFit(.04)
            .fit(figure.y(), Extent.ofY(figure, x), Frame.ticksUp(height - 6 * em, look));
    return new FigureAxes(x, Foot.of(figure, x, above, height / em - 6));
  }
}
