package voidscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Progress on a terminal and elsewhere.
class ProgressLineTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final AtomicLong clock = new AtomicLong();

  private ProgressLine progress(boolean live) {
    PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    return new ProgressLine(new Terminal(stream, stream, live), "steps", 1000, clock::get);
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void at_printsALineATenth_awayFromTerminals() {
    ProgressLine progress = progress(false);
    for (int step = 1; step <= 1000; step++) {
      clock.addAndGet(10_000_000);
      progress.at(step);
    }
    progress.end();
    assertEquals(10, text().lines().count());
    assertEquals(
        " 10 %  100 of 1000 steps  100 steps/s  9 s left", text().lines().findFirst().orElse(""));
  }

  @Test
  void at_rewritesOneLine_onATerminal() {
    ProgressLine progress = progress(true);
    for (int step = 1; step <= 1000; step++) {
      clock.addAndGet(10_000_000);
      progress.at(step);
    }
    progress.end();
    assertEquals(-1, text().indexOf('\n'));
    assertTrue(text().endsWith("\r"));
    assertEquals(50, text().split("\r", -1).length - 3);
  }

  @Test
  void at_isSilent_whereItIsSoonDone() {
    ProgressLine progress = progress(true);
    progress.at(1000);
    progress.end();
    assertEquals("", text());
  }
}
