package voidscope.chart.draw;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import voidscope.chart.look.Look;

/// A legend of an exported figure, set into a place: as large as the other text where that fits,
/// else smaller, and only where the smallest does not fit without those at its end, which it tells.
public final class EntryBlock {
  /// The sizes of legends, as shares of the other text, that are tried one after another.
  static final List<Double> SIZES = List.of(1.0, .9, .8, .72, .65);

  private static final double ROW = 1.5;
  private static final double LOW = .7;

  private final EntrySample sample;
  private final List<Placed> placed = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private double width;
  private double height;

  /// An entry at its place.
  ///
  /// @param entry what it names
  /// @param x from the block's left edge
  /// @param baseline from its upper edge
  public record Placed(Header.Entry entry, double x, double baseline) {}

  /// How the entries are set.
  private interface Setting {
    /// Sets them into a fresh block.
    void set(EntryBlock block);
  }

  private EntryBlock(EntrySample sample) {
    this.sample = sample;
  }

  /// In rows of a width, no higher than a height, and if small letters can do it well below that.
  public static EntryBlock rows(
      List<Header.Entry> entries, Look look, double width, double height) {
    EntryBlock low = largest(look, block -> block.setRows(entries, width, LOW * height));
    return low.missing.isEmpty()
        ? low
        : largest(look, block -> block.setRows(entries, width, height));
  }

  /// In columns of a height, no wider than a width.
  public static EntryBlock columns(
      List<Header.Entry> entries, Look look, double width, double height) {
    return largest(look, block -> block.setColumns(entries, width, height));
  }

  private static EntryBlock largest(Look look, Setting setting) {
    EntryBlock block = new EntryBlock(EntrySample.of(look, SIZES.getFirst()));
    for (double size : SIZES) {
      block = new EntryBlock(EntrySample.of(look, size));
      setting.set(block);
      if (block.missing.isEmpty()) {
        break;
      }
    }
    return block;
  }

  private void setRows(List<Header.Entry> entries, double most, double highest) {
    double x = 0;
    int row = 0;
    for (Header.Entry entry : entries) {
      double need = sample.width(entry);
      if (x > 0 && x + need > most) {
        x = 0;
        row++;
      }
      put(entry, x, row, need, most, highest);
      x += need + sample.gap();
    }
  }

  private void setColumns(List<Header.Entry> entries, double most, double highest) {
    int rows = (int) Math.clamp(Math.floor(highest / (ROW * sample.em())), 0, entries.size());
    double left = 0;
    for (int from = 0; from < entries.size(); from += Math.max(1, rows)) {
      List<Header.Entry> column =
          entries.subList(from, Math.min(entries.size(), from + Math.max(1, rows)));
      double widest = column.stream().mapToDouble(sample::width).max().orElse(0);
      for (int row = 0; row < column.size(); row++) {
        put(column.get(row), left, row, widest, most, highest);
      }
      left += widest + sample.gap();
    }
  }

  private void put(
      Header.Entry entry, double x, int row, double need, double most, double highest) {
    double end = (row + 1) * ROW * sample.em();
    if (x + need > most || end > highest || !missing.isEmpty()) {
      missing.add(entry.name());
      return;
    }
    placed.add(new Placed(entry, x, end - .5 * sample.em()));
    width = Math.max(width, x + need);
    height = Math.max(height, end);
  }

  /// Names for which there is no room.
  public List<String> missing() {
    return List.copyOf(missing);
  }

  public double width() {
    return width;
  }

  public double height() {
    return height;
  }

  /// The entries that have a place.
  public List<Placed> placed() {
    return List.copyOf(placed);
  }

  /// Size of its letters.
  public double em() {
    return sample.em();
  }

  /// Length of the sample of a line.
  public double swatch() {
    return sample.swatch();
  }

  /// Draws it from its upper left corner on.
  void draw(Graphics2D g, double left, double top) {
    placed.forEach(p -> sample.draw(g, p.entry(), left + p.x(), top + p.baseline()));
  }
}
