package voidscope.chart.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import voidscope.chart.figure.Abscissa;
import voidscope.chart.figure.Across;
import voidscope.chart.figure.AxisScale;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Extent;
import voidscope.chart.figure.Measure;
import voidscope.chart.figure.Up;
import voidscope.chart.series.CarriedView;

/// How charts are looked at, as a figure carries it.
class ViewTextTest {
  @Test
  void parse_undoesFormat_withEveryAxisChanged() {
    ChartView view =
        new ChartView(
            Set.of("rebar", "relax"),
            "concrete",
            Abscissa.RELAXED,
            1,
            new Across(AxisScale.LOG, Measure.SECONDS, new Extent(1e-3, 2.5)),
            new Up(AxisScale.SYMLOG, new Extent(-1, 1e-7), 2, true));
    CarriedView carried = new CarriedView("variance", view);
    assertEquals(Optional.of(carried), ViewText.parse(ViewText.format(carried)));
    assertEquals(
        "# view: chart = loss; hidden = ; focus = ; over = u\n",
        ViewText.format(new CarriedView("loss", ChartView.plain(1))));
  }

  @Test
  void parse_passesOverWhatItDoesNotKnow() {
    assertEquals(
        Optional.of(new CarriedView("", ChartView.plain(1))),
        ViewText.parse("# view: x = spiral; from-x = 3; to-x = 1; quantity = many; new = 1"));
  }

  /// A part of a logarithmic axis that begins at nothing has no place there.
  @Test
  void parse_passesOverAPartThatIsNone() {
    assertNull(read("x = log; from-x = 0; to-x = 5").across().window());
    assertNull(read("x = log; from-x = -1; to-x = 5").across().window());
    assertEquals(new Extent(0, 5), read("from-x = 0; to-x = 5").across().window());
  }

  /// γ of a variance's parts is told where it is not the run's; what is no number is passed over,
  /// and what is too great or too small is as near as it may be. N is read in the same way.
  @Test
  void discount_isCarried_withinItsEnds() {
    CarriedView carried =
        new CarriedView("policy-floor", ChartView.plain(1).withDiscount(.86).withAveraged(7));
    assertEquals(
        "# view: chart = policy-floor; hidden = ; focus = ; over = u; averaged = 7;"
            + " floor-discount = 0.86\n",
        ViewText.format(carried));
    assertEquals(Optional.of(carried), ViewText.parse(ViewText.format(carried)));
    assertEquals(1.0, read("floor-discount = 7").discount());
    assertEquals(0.0, read("floor-discount = -1").discount());
    assertNull(read("floor-discount = NaN").discount());
    assertNull(read("floor-discount = half").discount());
    assertNull(read("").discount());
    assertEquals(ChartView.MOST_AVERAGED, read("averaged = Infinity").averaged());
    assertEquals(ChartView.USUALLY_AVERAGED, read("averaged = NaN").averaged());
  }

  private static ChartView read(String text) {
    return ViewText.parse("# view: " + text).orElseThrow().view();
  }
}
