package voidscope.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What people type for numbers.
class TypedNumberTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "40; 40",
        " 40 ; 40",
        "-0.5; -0.5",
        "\u22120.5; -0.5",
        "\u20130.5; -0.5",
        "+3; 3",
        ".499; 0.499",
        "5.; 5",
        "0,499; 0.499",
        ",499; 0.499",
        "\u22120,001; -0.001",
        "0,45; 0.45",
        "12,5; 12.5",
        "1,7190; 1.719",
        "1234,567; 1234.567",
        "1/3; 0.3333333333333333",
        "1 / 4; 0.25",
        "1,5/3; 0.5",
        "1\u20443; 0.3333333333333333",
        "1e-3; 0.001",
        "1E5; 100000",
        "5·10⁻³; 0.005",
        "\u22121.5 × 10²; -150",
        "12 000; 12000",
        "12\u2009000; 12000",
        "12'000; 12000",
        "1,719,000; 1719000",
        "12,000.5; 12000.5",
        "1.719,25; 1719.25",
        "1.719; 1.719",
      })
  void text_isRead(String text, double value) {
    assertEquals(OptionalDouble.of(value), TypedNumber.parse(text));
    assertEquals("", TypedNumber.readings(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1,719; 1.719 or 1719",
        "12,000; 12.000 or 12000",
        "-999,999; −999.999 or −999999",
        "\u22121,719e2; −1.719e2 or −1719e2",
      })
  void text_ofTwoReadings_isNone(String text, String readings) {
    assertEquals(OptionalDouble.empty(), TypedNumber.parse(text));
    assertEquals(readings, TypedNumber.readings(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        ",",
        ".",
        "/",
        "1/0",
        "1/",
        "/2",
        "1/2/3",
        "abc",
        "NaN",
        "Infinity",
        "0x1p3",
        "1d",
        "1e",
        "1,2,3",
        "1..2",
        "--1",
        "1 2.",
        "10⁻",
        "1,719/2",
        "⁻³",
      })
  void text_thatIsNoNumber_isNone(String text) {
    assertEquals(OptionalDouble.empty(), TypedNumber.parse(text));
  }

  /// Whatever a field shows is read back, whoever wrote it.
  @Test
  void shown_isReadBack() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 10_000; i++) {
      double value = (random.nextDouble() - .5) * Math.pow(10, random.nextInt(24) - 12);
      assertEquals(OptionalDouble.of(value), TypedNumber.parse(Numbers.text(value)));
      assertEquals(OptionalDouble.of(value), TypedNumber.parse(Double.toString(value)));
    }
  }
}
