package voidscope.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Numbers as charts write them.
class NumbersTest {
  @Test
  void caption_isShort_whateverTheMagnitude() {
    assertEquals(".00001", Numbers.caption(1e-5, 3));
    assertEquals("−1.5", Numbers.caption(-1.5, 3));
    assertEquals("−.5", Numbers.caption(-0.5, 3));
    assertEquals("12345", Numbers.caption(12_345, 3));
    assertEquals(".0237", Numbers.caption(0.023713737056616554, 3));
    assertEquals("0", Numbers.caption(0, 3));
    assertEquals("1", Numbers.caption(0.99999, 3));
  }
}
