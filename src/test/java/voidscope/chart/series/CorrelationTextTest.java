package voidscope.chart.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Correlations in the digits that their standard errors let hold.
final class CorrelationTextTest {
  @ParameterizedTest
  @CsvSource({
    "0.934, 1000, .93",
    "0.934, 100, .9",
    "0.93, 1000000, .930",
    "0.5, 256, .5",
    "-0.5, 1000, −.5",
    "-0.93, 100000, −.930",
    "0.0004, 1000, .0",
    "-0.0004, 1000, .0",
    "0.9998, 1000, .9998",
    "0.9998, 10, > .999",
    "0.9996, 3, > .999",
    "-0.9996, 3, < −.999",
    "0.99999999, 1000, > .999999",
    "1, 1000, 1",
    "-1, 1000, −1",
    "0.5, 10, ''",
    "0.2, 2, ''",
    "NaN, 1000, ''",
    "0.5, 0, ''"
  })
  void of_hasTheDigitsThatHold_andNeverAOneThatIsNone(double rho, int samples, String expected) {
    assertEquals(expected, CorrelationText.of("", rho, samples));
    assertEquals(expected.isEmpty() ? "" : "ρ " + expected, CorrelationText.of("ρ ", rho, samples));
  }
}
