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
    assertEquals("1", Decimals.significant(1));
    assertEquals("−2", Decimals.significant(-2));
    assertEquals("0", Decimals.significant(-0.0));
    assertEquals("–", Decimals.significant(Double.NaN));
    assertEquals("−∞", Decimals.significant(Double.NEGATIVE_INFINITY));
  }

  @Test
  void scientific_hasThree() {
    assertEquals("6.25·10⁻²", Decimals.scientific(0.0625));
    assertEquals("1.01", Decimals.scientific(1.01));
  }
}
