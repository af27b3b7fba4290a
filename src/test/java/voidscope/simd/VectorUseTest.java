package voidscope.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import voidscope.FreshJvm;

/// In JVMs that lack something each.
final class VectorUseTest {
  private static String told(List<String> options) {
    return FreshJvm.run(options, VectorUseMain.class.getName()).output().strip();
  }

  @Test
  void sentence_tellsTheWidth() {
    assertEquals(
        "true Computes with vectors of 128 bits.", told(List.of("-Dvoidscope.vectorBits=128")));
  }

  @ParameterizedTest
  @CsvSource({
    "-Xint, this JVM compiles nothing",
    "-XX:TieredStopAtLevel=1, this JVM runs without its compiler C2",
    "-XX:-EnableVectorSupport, this JVM's support of vectors is switched off",
    "-XX:MaxVectorSize=8, this JVM knows no vectors of this processor",
    "-XX:-UseFMA, 'this processor has no fused multiply-add, or this JVM does not use it'"
  })
  void sentence_tellsWhatIsMissing(String option, String why) {
    assertEquals(
        "false Vectors are not in use, as "
            + why
            + ": results are the same, but take many times as long.",
        told(List.of("-XX:+UnlockExperimentalVMOptions", option)));
  }
}
