package voidscope.cli;

import java.util.Locale;
import java.util.function.LongSupplier;
import voidscope.laboratory.Progress;
import voidscope.text.Durations;

/// Tells how far long work is: on a terminal one line that is rewritten, elsewhere a line about
/// every tenth. Work that ends within a moment tells nothing on a terminal.
final class ProgressLine implements Progress {
  private static final long REWRITE_NANOS = 200_000_000;

  private final Terminal terminal;
  private final String unit;
  private final double total;
  private final LongSupplier clock;
  private final long start;
  private long lastWritten;
  private int tenths;
  private int width;

  /// @param unit what is counted, such as `steps`
  /// @param total how much there is to do
  /// @param clock nanoseconds
  ProgressLine(Terminal terminal, String unit, double total, LongSupplier clock) {
    this.terminal = terminal;
    this.unit = unit;
    this.total = total;
    this.clock = clock;
    start = clock.getAsLong();
    lastWritten = start;
  }

  ProgressLine(Terminal terminal, String unit, double total) {
    this(terminal, unit, total, System::nanoTime);
  }

  @Override
  public void tell(String line) {
    end();
    terminal.err().println(line);
  }

  @Override
  public void at(long steps) {
    double done = (double) steps;
    long now = clock.getAsLong();
    if (terminal.live()) {
      if (now - lastWritten >= REWRITE_NANOS) {
        lastWritten = now;
        rewrite(line(done, now));
      }
      return;
    }
    int reached = (int) (10 * done / total);
    if (reached > tenths) {
      tenths = reached;
      terminal.err().println(line(done, now));
    }
  }

  /// Clears the rewritten line.
  @Override
  public void end() {
    if (width > 0) {
      rewrite("");
      terminal.err().print('\r');
      terminal.err().flush();
      width = 0;
    }
  }

  @Override
  public boolean stop() {
    return terminal.signals().getAsBoolean();
  }

  @Override
  public double seconds() {
    return (clock.getAsLong() - start) * 1e-9;
  }

  private void rewrite(String line) {
    terminal.err().print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
    terminal.err().flush();
    width = line.length();
  }

  private String line(double done, long now) {
    double seconds = Math.max(1e-9, (now - start) * 1e-9);
    double rate = done / seconds;
    String share = String.format(Locale.ROOT, "%3.0f %%", 100 * done / total);
    String left = rate > 0 ? Durations.text((total - done) / rate) : "?";
    return share
        + "  "
        + count(done)
        + " of "
        + count(total)
        + " "
        + unit
        + "  "
        + count(rate)
        + " "
        + unit
        + "/s  "
        + left
        + " left";
  }

  private static String count(double value) {
    if (value < 1e4) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    return value < 1e7
        ? String.format(Locale.ROOT, "%.1fk", value / 1e3)
        : String.format(Locale.ROOT, "%.1fM", value / 1e6);
  }
}
