package voidscope.simd;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/// Whether the JVM turns the kernels into the processor's vector instructions. Where it does not,
/// results have the same bits, and take many times as long.
public final class VectorUse {
  private static final String MISSING = missing();

  private VectorUse() {}

  /// Whether vectors are in use.
  public static boolean inUse() {
    return MISSING.isEmpty();
  }

  /// What is in use, or why nothing is: a sentence for the screen.
  public static String sentence() {
    return inUse()
        ? "Computes with vectors of " + Lanes.FLOAT.vectorBitSize() + " bits." + tiles()
        : "Vectors are not in use, as "
            + MISSING
            + ": results are the same, but take many times as long.";
  }

  /// Which tiles were found to be the fastest; empty until they are.
  private static String tiles() {
    return Tiling.measured()
        ? " Large matrices are multiplied by tiles of "
            + Tiling.chosen().shape()
            + " vectors, the fastest here."
        : "";
  }

  /// Why vectors are not in use; empty where they are.
  private static String missing() {
    if (ManagementFactory.getCompilationMXBean() == null) {
      return "this JVM compiles nothing";
    }
    HotSpotDiagnosticMXBean virtual =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    if (virtual == null) {
      return "this JVM is not HotSpot";
    }
    if (number(virtual, "TieredStopAtLevel", 4) < 4 || is(virtual, "UseJVMCICompiler", false)) {
      return "this JVM runs without its compiler C2";
    }
    if (!is(virtual, "EnableVectorSupport", true)) {
      return "this JVM's support of vectors is switched off";
    }
    if (8 * number(virtual, "MaxVectorSize", 64) < Lanes.FLOAT.vectorBitSize()) {
      return "this JVM knows no vectors of this processor";
    }
    if (!is(virtual, "UseFMA", true)) {
      return "this processor has no fused multiply-add, or this JVM does not use it";
    }
    return "";
  }

  private static boolean is(HotSpotDiagnosticMXBean virtual, String option, boolean usual) {
    return Boolean.parseBoolean(value(virtual, option, Boolean.toString(usual)));
  }

  private static long number(HotSpotDiagnosticMXBean virtual, String option, long usual) {
    return Long.parseLong(value(virtual, option, Long.toString(usual)));
  }

  /// What an option is set to; the usual where this JVM does not have it.
  private static String value(HotSpotDiagnosticMXBean virtual, String option, String usual) {
    try {
      return virtual.getVMOption(option).getValue();
    } catch (IllegalArgumentException e) {
      return usual;
    }
  }
}
