package voidscope.chart.draw;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import voidscope.chart.figure.Figure;
import voidscope.chart.look.LegendPlace;
import voidscope.chart.look.Look;
import voidscope.chart.look.Typeface;

/// The title of a figure and, where it is wanted there, its legend: beside the title where that has
/// room, else in rows below it. What does not fit is counted at the end (`+2`), before the note,
/// which always has its place; on an exported figure, where nobody can bring it forth, there are
/// more rows instead, of smaller letters.
public final class Header {
  /// The share of an exported figure that title and legend may take together.
  private static final double MOST = .42;

  private final Look look;
  private final List<Placed> placed = new ArrayList<>();
  private final String title;
  private final Font titleFont;
  private final EntrySample sample;
  private double height;
  private double titleWidth;
  private @Nullable EntryBlock block;

  /// An entry of the legend.
  ///
  /// @param key whose it is; empty for words that belong to no single line
  /// @param ink whose colour, dash and marker it shows
  /// @param hidden whether its lines are hidden now
  public record Entry(String key, String ink, String name, Figure.Style style, boolean hidden) {
    Entry named(String other) {
      return new Entry(key, ink, other, style, hidden);
    }
  }

  /// The place of an entry in logical pixels.
  ///
  /// @param folded the entries that it stands for, where it is the count of those left out
  public record Box(Entry entry, Rectangle2D place, List<Entry> folded) {}

  /// An entry, or the count of those left out, at its place in logical pixels.
  ///
  /// @param shown the entry with as much of its name as there is room for
  private record Placed(Entry entry, Entry shown, double x, double baseline, List<Entry> folded) {
    Placed(Entry entry, Entry shown, double x, double baseline) {
      this(entry, shown, x, baseline, List.of());
    }
  }

  Header(Figure figure, Look look, double width, double figureHeight) {
    this.look = look;
    double em = look.fontSize();
    titleFont = Typeface.SEMI_BOLD.at(1.08 * em);
    sample = EntrySample.of(look, 1);
    title = fitting(figure.title(), titleFont, right(width) - margin());
    titleWidth = Typeface.width(title, titleFont);
    height = title.isEmpty() ? .5 * em : 1.9 * em;
    if (look.legend() == LegendPlace.ABOVE) {
      List<Entry> entries = entries(figure, look);
      double many = look.markers() ? 18 : 30;
      int rows = figureHeight < 10 * em ? 0 : figureHeight < many * em ? 2 : 3;
      double bare = height;
      boolean all = place(entries, width, rows);
      if (!all && !look.live()) {
        placed.clear();
        EntryBlock set =
            EntryBlock.rows(entries, look, right(width) - margin(), MOST * figureHeight - bare);
        block = set;
        height = bare + set.height();
      }
    }
  }

  /// Names for which there is no room; a live chart counts them instead.
  List<String> missing() {
    EntryBlock set = block;
    return set == null ? List.of() : set.missing();
  }

  /// The entries of a figure; those that are hidden only on the screen, where they can be brought
  /// back.
  public static List<Entry> entries(Figure figure, Look look) {
    var byName = new LinkedHashMap<String, Entry>();
    for (int i = 0; i <= figure.lines().size(); i++) {
      int at = i;
      figure.hidden().stream()
          .filter(hidden -> hidden.before() == at && look.live())
          .forEach(
              hidden ->
                  byName.putIfAbsent(
                      hidden.name(),
                      new Entry(
                          hidden.key(), hidden.ink(), hidden.name(), Figure.Style.MAIN, true)));
      if (i < figure.lines().size()) {
        Figure.Line line = figure.lines().get(i);
        byName.putIfAbsent(
            line.name(), new Entry(line.key(), line.ink(), line.name(), line.style(), false));
      }
    }
    for (Figure.Level level : figure.levels()) {
      byName.putIfAbsent(
          level.name(),
          new Entry(level.key(), level.key(), level.name(), Figure.Style.COMPANION, false));
    }
    if (!figure.note().isEmpty()) {
      byName.putIfAbsent(
          figure.note(), new Entry("", "", figure.note(), Figure.Style.BASELINE, false));
    }
    byName.remove("");
    return List.copyOf(byName.values());
  }

  private double margin() {
    return look.fontSize();
  }

  /// Where the entries of main lines are, and the count of those left out, on which a click acts.
  List<Box> boxes() {
    double em = look.fontSize();
    return placed.stream()
        .filter(p -> p.entry().style() == Figure.Style.MAIN)
        .filter(p -> !p.entry().key().isEmpty() || !p.folded().isEmpty())
        .map(
            p ->
                new Box(
                    p.entry(),
                    new Rectangle2D.Double(
                        p.x(), p.baseline() - 1.1 * em, sample.width(p.shown()), 1.5 * em),
                    p.folded()))
        .toList();
  }

  /// The right end of title and legend.
  private double right(double width) {
    return width - margin() - look.corner();
  }

  /// Logical height of title and legend together.
  double height() {
    return height;
  }

  /// Sets the entries beside the title or in rows below it.
  ///
  /// @return whether all have a place
  private boolean place(List<Entry> entries, double width, int maxRows) {
    double em = look.fontSize();
    double gap = sample.gap();
    double total = -gap;
    for (Entry entry : entries) {
      total += sample.width(entry) + gap;
    }
    double right = right(width);
    if (entries.isEmpty() || maxRows == 0) {
      return entries.isEmpty();
    }
    double widest = entries.stream().mapToDouble(sample::width).max().orElse(0);
    if (!look.live() && widest > right - margin()) {
      return false; // in smaller letters, perhaps; a live one is shortened
    }
    double x = margin();
    double baseline = height + .9 * em;
    boolean beside = margin() + titleWidth + 2 * em + total <= right;
    if (beside) {
      x = right - total;
      baseline = 1.45 * em;
    }
    int row = 0;
    double note = note(entries.getLast()) ? sample.width(entries.getLast()) + gap : 0;
    int count = entries.size() - (note > 0 ? 1 : 0);
    int i = 0;
    while (i < entries.size()) {
      Entry entry = entries.get(i);
      double need = sample.width(entry);
      boolean last = row == maxRows - 1;
      double reserve = last && i < count - 1 ? 2.2 * em : 0;
      reserve += last && i < count ? note : 0;
      boolean first = x <= margin() && !(last && note > 0 && i < count);
      if (!beside && x + need + reserve > right && !first) {
        if (last) {
          if (i < count) {
            var rest = new Entry("", "", "+" + (count - i), Figure.Style.MAIN, false);
            placed.add(new Placed(rest, rest, x, baseline, List.copyOf(entries.subList(i, count))));
            x += sample.width(rest) + gap;
          }
          if (note > 0) {
            Entry words = entries.getLast();
            placed.add(new Placed(words, fitted(words, right - x), x, baseline));
          }
          break;
        }
        row++;
        x = margin();
        baseline += 1.5 * em;
        continue;
      }
      Entry shown = beside ? entry : fitted(entry, right - x - reserve);
      placed.add(new Placed(entry, shown, x, baseline));
      x += sample.width(shown) + gap;
      i++;
    }
    height = beside ? Math.max(height, 1.9 * em) : baseline + .5 * em;
    return i == entries.size();
  }

  /// The entry, its name shortened with an ellipsis where it is too long.
  private Entry fitted(Entry entry, double room) {
    String name = entry.name();
    Entry shown = entry;
    for (int end = name.length(); sample.width(shown) > room && end > 0; end--) {
      shown = entry.named(name.substring(0, end - 1).strip() + "…");
    }
    return shown;
  }

  private static boolean note(Entry entry) {
    return entry.key().isEmpty() && entry.style() == Figure.Style.BASELINE;
  }

  void draw(Graphics2D g) {
    double em = look.fontSize();
    g.setColor(new Color(look.palette().text()));
    if (!title.isEmpty()) {
      Typeface.line(title, titleFont).draw(g, margin(), 1.45 * em);
    }
    placed.forEach(p -> sample.draw(g, p.shown(), p.x(), p.baseline()));
    EntryBlock set = block;
    if (set != null) {
      set.draw(g, margin(), height - set.height());
    }
  }

  /// The text, shortened with an ellipsis where it is too long.
  private static String fitting(String text, Font font, double width) {
    String shown = text;
    for (int end = text.length(); Typeface.width(shown, font) > width && end > 0; end--) {
      shown = text.substring(0, end - 1).strip() + "…";
    }
    return shown;
  }
}
