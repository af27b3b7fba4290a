package voidscope.cli;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import voidscope.laboratory.Kind;

/// Files of every kind, each damaged at random: they run, or are refused in a line that people can
/// read; never is there a fault of the program, nor does anything take long.
final class MutationTest {
  private static final int EACH = 25;
  private static final long SEED = 20;
  private static final int LONGEST_LINE = 1000;
  private static final Duration WATCHDOG = Duration.ofSeconds(60);
  private static final List<Integer> CODES = List.of(Exit.DONE, Exit.INPUT, Exit.DIVERGED);

  /// What a damage may put into a text.
  private static final List<String> WORDS =
      List.of(
          "\n",
          "\0",
          "\"",
          "\"\"\"",
          "[",
          "]",
          "[[",
          "=",
          "-",
          "1e309",
          "nan",
          "inf",
          "0",
          "-1",
          "99999999999999999999",
          "#",
          "\uFEFF",
          "é",
          "\t",
          ",",
          "{",
          "}",
          "'",
          "true",
          "<",
          ">",
          "&",
          "\r",
          "name = \"relax\"\n",
          "[[estimator]]\n",
          "[[event]]\nstep = 5\n");

  @TempDir private Path folder;

  private static byte[] damaged(byte[] whole, SplittableRandom random) {
    int times = 1 + random.nextInt(3);
    byte[] bytes = whole;
    for (int i = 0; i < times; i++) {
      bytes = damagedOnce(bytes, random);
    }
    return bytes;
  }

  private static byte[] damagedOnce(byte[] bytes, SplittableRandom random) {
    if (bytes.length < 2) {
      return bytes;
    }
    int at = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, at + 1 + random.nextInt(40));
    byte[] copy = bytes.clone();
    return switch (random.nextInt(6)) {
      case 0 -> {
        copy[at] ^= (byte) (1 << random.nextInt(8));
        yield copy;
      }
      case 1 -> {
        copy[at] = (byte) random.nextInt(256);
        yield copy;
      }
      case 2 -> Arrays.copyOf(bytes, at);
      case 3 -> joined(bytes, at, new byte[0], to);
      case 4 -> joined(bytes, to, Arrays.copyOfRange(bytes, at, to), to);
      default -> {
        String word = WORDS.get(random.nextInt(WORDS.size()));
        yield joined(bytes, at, word.getBytes(StandardCharsets.UTF_8), at);
      }
    };
  }

  /// The bytes before one place, others, and those from another place on.
  private static byte[] joined(byte[] bytes, int before, byte[] between, int from) {
    byte[] joined = Arrays.copyOf(bytes, before + between.length + bytes.length - from);
    System.arraycopy(between, 0, joined, before, between.length);
    System.arraycopy(bytes, from, joined, before + between.length, bytes.length - from);
    return joined;
  }

  @Test
  void damagedFiles_runOrAreRefusedReadably() throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    List<String> faults = new ArrayList<>();
    int all = Kind.values().length * EACH;
    int refused = 0;
    for (Kind kind : Kind.values()) {
      byte[] whole = Files.readAllBytes(kind.write(folder));
      for (int i = 0; i < EACH; i++) {
        Path file = folder.resolve(kind + "-" + i);
        Files.write(file, damaged(whole, random));
        Captured done =
            assertTimeoutPreemptively(
                WATCHDOG,
                () ->
                    Captured.run(
                        "run",
                        file.toString(),
                        "--steps=20",
                        "--no-charts",
                        "--threads=1",
                        "--out=" + folder.resolve("out")),
                file::toString);
        if (!readable(done, file)) {
          faults.add(file.getFileName() + ": " + done.code() + " " + done.err());
        }
        refused += done.code() == Exit.INPUT ? 1 : 0;
      }
    }
    assertTrue(faults.isEmpty(), () -> faults.size() + "\n" + String.join("\n", faults));
    assertTrue(refused > all / 4 && refused < all, refused + " refused");
  }

  private static boolean readable(Captured done, Path file) {
    String err = done.err();
    if (!CODES.contains(done.code()) || err.contains("\tat ")) {
      return false;
    }
    return done.code() != Exit.INPUT
        || (err.lines().count() == 1
            && err.length() < LONGEST_LINE
            && err.contains(String.valueOf(file.getFileName()))
            && !err.contains("Exception")
            && err.strip().chars().noneMatch(Character::isISOControl));
  }
}
