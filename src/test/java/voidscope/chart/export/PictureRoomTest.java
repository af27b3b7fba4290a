package voidscope.chart.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// Pictures for which there is no room.
final class PictureRoomTest {
  @Test
  void obstacle_isThatOfArrays_howeverLargeTheMemory() {
    assertEquals("", PictureRoom.obstacle(46_340, 46_340, Long.MAX_VALUE));
    assertTrue(
        PictureRoom.obstacle(60_000, 60_000, Long.MAX_VALUE)
            .contains("60000 × 60000 pixels is too large, at most 2147 million"));
  }

  /// A pixel takes four bytes.
  @Test
  void obstacle_isThatOfTheMemory_whereItIsLess() {
    assertEquals("", PictureRoom.obstacle(1000, 1000, 4_000_000));
    assertTrue(PictureRoom.obstacle(1000, 1001, 4_000_000).contains("at most 1 million pixels"));
  }
}
