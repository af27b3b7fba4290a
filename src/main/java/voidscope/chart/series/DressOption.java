package voidscope.chart.series;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import voidscope.catalogue.Catalogue;
import voidscope.chart.figure.Limits;
import voidscope.chart.look.LegendPlace;
import voidscope.chart.look.Typeface;

/// What may be said of a figure's dress: on the command line, in the dialog and in the figure
/// itself in the same words, read here alone.
public enum DressOption implements Catalogue.Named {
  /// The heading.
  TITLE("title", "Title"),
  /// Caption of the x axis.
  X_LABEL("xlabel", "x label"),
  /// Caption of the y axis.
  Y_LABEL("ylabel", "y label"),
  /// Where the lines are named.
  LEGEND("legend", "Legend"),
  /// Ends of the x axis.
  X_LIMITS("xlim", "x axis"),
  /// Ends of the y axis.
  Y_LIMITS("ylim", "y axis"),
  /// Which estimators, in which order.
  ESTIMATORS("estimators", "Estimators"),
  /// Which charts share a figure.
  PANELS("panels", "Panels"),
  /// Whether axes of the same caption have the same ends.
  SAME_AXES("same-axes", "Same axes"),
  /// Whether letters are shapes.
  OUTLINES("outlines", "Text as outlines");

  private static final String YES = "yes";
  private static final String NOTHING = "none";
  private static final String OWN = "own";
  private static final String ALL = "all";
  private static final int LONGEST = 200;

  private final String key;
  private final String label;

  DressOption(String key, String label) {
    this.key = key;
    this.label = label;
  }

  /// All of them.
  public static Catalogue<DressOption> catalogue() {
    return new Catalogue<>("option", List.of(values()));
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public String label() {
    return label;
  }

  /// What a dress says of it; empty if that is what every figure has.
  public String of(FigureDress dress) {
    return switch (this) {
      case TITLE -> typed(dress.words().title());
      case X_LABEL -> typed(dress.words().x());
      case Y_LABEL -> typed(dress.words().y());
      case LEGEND -> dress.legend() == LegendPlace.ABOVE ? "" : dress.legend().key();
      case X_LIMITS -> dress.across().text();
      case Y_LIMITS -> dress.up().text();
      case ESTIMATORS -> String.join(" ", dress.estimators());
      case PANELS -> String.join(" ", dress.panels());
      case SAME_AXES -> flag(dress.sameAxes());
      case OUTLINES -> flag(dress.outlines());
    };
  }

  /// The dress with what a text says.
  ///
  /// @throws IllegalArgumentException saying what is expected, if it says nothing of the kind
  public FigureDress read(FigureDress dress, String text) {
    FigureDress.Words said = dress.words();
    return switch (this) {
      case TITLE -> dress.with(new FigureDress.Words(words(text), said.x(), said.y()));
      case X_LABEL -> dress.with(new FigureDress.Words(said.title(), words(text), said.y()));
      case Y_LABEL -> dress.with(new FigureDress.Words(said.title(), said.x(), words(text)));
      case LEGEND -> dress.with(LegendPlace.catalogue().get(text.strip()));
      case X_LIMITS -> dress.within(Limits.parse(text), dress.up());
      case Y_LIMITS -> dress.within(dress.across(), Limits.parse(text));
      case ESTIMATORS -> dress.showing(keys(text));
      case PANELS -> {
        keys(text).forEach(Charts.catalogue()::get);
        yield dress.withPanels(keys(text));
      }
      case SAME_AXES -> dress.withSameAxes(flag(text));
      case OUTLINES -> dress.withOutlines(flag(text));
    };
  }

  private static String typed(@Nullable String own) {
    return own == null ? "" : own.isEmpty() ? NOTHING : own;
  }

  private static @Nullable String words(String typed) {
    String text = typed.strip();
    if (text.equals(OWN)) {
      return null;
    }
    if (text.equals(NOTHING)) {
      return "";
    }
    if (text.isEmpty() || text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "expected a line of up to "
              + LONGEST
              + " letters, none or own, found "
              + (text.isEmpty() ? "nothing" : text.length() + " letters"));
    }
    String strange = Typeface.lacking(text);
    if (!strange.isEmpty()) {
      throw new IllegalArgumentException(
          "expected signs that the figures' typefaces have, found \"" + strange + "\"");
    }
    return text;
  }

  private static List<String> keys(String text) {
    List<String> keys =
        Stream.of(text.split("[\\s,]+", -1)).filter(key -> !key.isEmpty()).distinct().toList();
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("expected keys with commas between them, found none");
    }
    return keys.equals(List.of(ALL)) ? List.of() : keys;
  }

  private static String flag(boolean on) {
    return on ? YES : "";
  }

  private static boolean flag(String text) {
    if (Arrays.asList(YES, "no").contains(text)) {
      return text.equals(YES);
    }
    throw new IllegalArgumentException("expected yes or no, found \"" + text + "\"");
  }
}
