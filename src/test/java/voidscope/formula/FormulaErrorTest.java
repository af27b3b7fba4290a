package voidscope.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import voidscope.random.RandomStream;

/// What is no formula is told with its place and in plain words, and nothing else ever comes of a
/// text, however strange.
final class FormulaErrorTest {
  private static final Names NAMES = Names.latents(3, 0.45);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "b1 +            | 5  | a value such as a number, a name or “(”              | the end",
        "(b1 + b2        | 9  | “)” for the “(” at character 1 or a sign of arithmetic | the end",
        "b1 + b2)        | 8  | no “)”, as none is open                             | “)”",
        "2b1             | 2  | a sign of arithmetic or the end                     | “b1”",
        "b1 * * b2       | 6  | a value such as a number, a name or “(”              | “*”",
        "b4              | 1  | a known name: b1 … b3, t, pi, e or a function such as exp | “b4”",
        "EXP(b1)         | 1  | “exp” in small letters                              | “EXP”",
        "b + 1           | 1  | one of b1 … b3, or b within sum(), mean() or prod() | “b”",
        "exp b1          | 5  | “(” behind exp                                      | “b1”",
        "exp(b1, b2)     | 11 | one operand of exp                                  | 2",
        "if(b1, b2)      | 10 | three operands of if(condition, then, else)         | 2",
        "min(b1)         | 7  | two operands or more of min                         | 1",
        "sum(sum(b))     | 5  | no sum, mean or prod of latents within another      | “sum”",
        "b1 # b2         | 4  | a number, a name or a sign of arithmetic            | “#”",
        "b1 + .          | 6  | a digit beside the point                            | “.”",
        "1e999           | 1  | a number below 1.8e308                              | “1e999”",
      })
  void error_pointsAtTheCharacter_andSaysWhatWasExpected(
      String text, int character, String expectation, String found) {
    FormulaException error =
        assertThrows(FormulaException.class, () -> Formula.parse(text, NAMES), text);
    assertEquals(character, error.at() + 1, text);
    assertEquals(expectation, error.expectation(), text);
    assertEquals(found, error.found(), text);
  }

  @Test
  void text_isBounded_inLength_depthAndOperations() {
    String deep = "(".repeat(70) + "b1" + ")".repeat(70);
    String signs = "-".repeat(1000) + "b1";
    String powers = "2^".repeat(900) + "b1";
    String nested = "sum(" + "b*".repeat(900) + "b1)";
    for (String text : List.of(deep, signs, powers, "b1+".repeat(700) + "b1")) {
      assertThrows(FormulaException.class, () -> Formula.parse(text, NAMES), text);
    }
    Names wide = Names.latents(20, 0.5);
    assertThrows(FormulaException.class, () -> Formula.parse(nested, wide));
  }

  /// Words of formulas in any order, and letters of any kind.
  private static String random(RandomStream stream, int number) {
    float[] u = new float[64];
    stream.uniform(number, 0, u.length, u);
    String[] words = {
      "b1",
      "b2",
      "b3",
      "b",
      "t",
      "pi",
      "e",
      "1",
      "0",
      "2.5",
      "1e3",
      ".",
      "+",
      "-",
      "*",
      "/",
      "^",
      "(",
      ")",
      ",",
      "<",
      "<=",
      "=",
      "!",
      "exp(",
      "log(",
      "sqrt(",
      "min(",
      "max(",
      "if(",
      "sum(",
      "mean",
      "prod(",
      "step(",
      "abs(",
      " ",
      "²",
      "₁",
      "π",
      "√",
      "−",
      "x",
      "\uD83D\uDE00",
      "class"
    };
    String[] signs = {"+", "-", "*", "/", "^", "<", ")*", "*(", "+exp(", ")^", "²-", ",", " "};
    StringBuilder text = new StringBuilder();
    int length = (int) (u[0] * 40);
    for (int i = 1; i <= length; i++) {
      text.append(
          u[63] > 0.9f
              ? "" + (char) (int) (u[i] * 0x3000)
              : u[63] > 0.5f || i % 2 == 1
                  ? words[(int) (u[i] * (u[63] > 0.5f ? words.length : 9))]
                  : signs[(int) (u[i] * signs.length)]);
    }
    return text.toString();
  }

  private static long nanos(String text, List<String> sound) {
    long start = System.nanoTime();
    try {
      Formula formula = Formula.parse(text, NAMES);
      formula.demandDerivative();
      formula.precise().run(1);
      sound.add(text);
    } catch (FormulaException e) {
      assertTrue(e.at() >= 0 && e.at() <= text.length(), text);
      assertTrue(!e.expectation().isEmpty() && !e.found().isEmpty(), text);
    }
    return System.nanoTime() - start;
  }

  @Test
  void hundredThousandRandomTexts_giveNothingButTheUsersError() {
    RandomStream stream = RandomStream.of(11, "formulas", 0);
    long[] times = new long[100_000];
    List<String> sound = new ArrayList<>();
    for (int i = 0; i < times.length; i++) {
      times[i] = nanos(random(stream, i), sound);
    }
    print("100,000 random texts", times, sound.size());
    assertTrue(sound.size() > 1000, sound.size() + " of them are formulas");
  }

  /// Texts made to hurt: long, deep, wide, many operations, numbers at their ends, halves of signs.
  @Test
  void thousandNastyTexts_giveNothingButTheUsersError() {
    String[] stems = {
      "(",
      ")",
      "-",
      "^",
      "2^",
      "b1^",
      "b^",
      "sum(",
      "mean(b)*",
      "if(b1,",
      "min(",
      "1/",
      "1/0+",
      "log(0)*",
      "exp(",
      "exp(exp(b1))^",
      "0^-1+",
      "9e307*",
      "1e-320*",
      ",",
      "....",
      "e",
      "1e",
      "1e+",
      "b1²",
      "²",
      "₀",
      "\uD83D",
      "\0",
      "\u202E",
      "π√σ",
      "b9999999999999999999",
      "b0",
      "b01",
      "<=",
      "<>=!",
      "sqrt(-1)^.5*",
      "tanh(",
      "prod(b+",
      "pi^"
    };
    long[] times = new long[1000];
    List<String> sound = new ArrayList<>();
    for (int i = 0; i < times.length; i++) {
      String stem = stems[i % stems.length];
      int turn = i / stems.length;
      String many = stem.repeat(1 + turn * turn * 4);
      String text = turn % 3 == 0 ? many + "b1" : turn % 3 == 1 ? many : many + stems[turn] + "b2";
      times[i] = nanos(text.substring(0, Math.min(text.length(), 2100)), sound);
    }
    print("1,000 nasty texts", times, sound.size());
    assertTrue(sound.size() > 50, sound.size() + " of them are formulas");
  }

  private static void print(String what, long[] times, int sound) {
    Arrays.sort(times);
    System.out.printf(
        java.util.Locale.ROOT,
        "%s: %d formulas; median %.1f µs, longest %.1f ms%n",
        what,
        sound,
        times[times.length / 2] / 1e3,
        times[times.length - 1] / 1e6);
  }
}
