package voidscope.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Measured numbers as the window writes them.
class DecimalsTest {
  @Test
  void significant_hasFourDigits_ofAnySize() {
    assertEquals("−0.01312", Decimals.significant(-0.013123));
    assertEquals("0.001000", Decimals.significant(0.001));
    assertEquals("−9.996·10⁻⁴", Decimals.significant(-0.00099964));
    assertEquals("2.500", Decimals.significant(2.50001));
    assertEquals("123.5", Decimals.significant(123.46));
    assertEquals("1.235·10⁴", Decimals.significant(12_346.1));
    assertEquals("1.000", Decimals.significant(0.99996));
    assertEquals("1.000·10⁴", Decimals.significant(9999.6));
    assertEquals("−10.00", Decimals.significant(-9.9999));
    assertEquals("0.001000", Decimals.significant(0.00099996));
    assertEquals("1", Decimals.significant(1));
    assertEquals("−2", Decimals.significant(-2));
    assertEquals("0", Decimals.significant(-0.0));
    assertEquals("–", Decimals.significant(Double.NaN));
    assertEquals("−∞", Decimals.significant(Double.NEGATIVE_INFINITY));
  }

  @Test
  void percent_isWhole_andZeroHasNoSign() {
    assertEquals("−12 %", Decimals.percent(-0.1234));
    assertEquals("0 %", Decimals.percent(-0.004));
    assertEquals("250 %", Decimals.percent(2.5));
    assertEquals("–", Decimals.percent(Double.NaN));
  }

  @Test
  void scientific_hasThree() {
    assertEquals("6.25·10⁻²", Decimals.scientific(0.0625));
    assertEquals("1.01", Decimals.scientific(1.01));
  }
}
