package voidscope.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import voidscope.FreshJvm;

/// The same bits interpreted and compiled, at every vector width, and nothing allocated, in fresh
/// JVMs.
final class FreshBitsTest {
  private static String[] hashes(String... options) {
    FreshJvm.Result result = FreshJvm.run(List.of(options), "voidscope.simd.KernelHashes");
    assertEquals(0, result.exit(), result.output());
    return result.output().strip().split(" ");
  }

  @Test
  void kernels_giveTheSameBits_coldAndHot_atEveryWidth() {
    String expected = null;
    for (String bits : new String[] {"512", "256", "128"}) {
      String[] found = hashes("-Dvoidscope.vectorBits=" + bits);
      assertEquals(found[0], found[1], "cold against hot at " + bits + " bits");
      expected = expected == null ? found[0] : expected;
      assertEquals(expected, found[0], "at " + bits + " bits");
    }
  }

  /// The compiler's luck differs from launch to launch: several launches, each to its steady state.
  @Test
  void kernels_allocateNothing_inSeveralLaunches() {
    for (int launch = 0; launch < 3; launch++) {
      String[] found = hashes();
      assertTrue(Long.parseLong(found[2]) == 0, found[2] + " bytes a round in launch " + launch);
    }
  }
}
