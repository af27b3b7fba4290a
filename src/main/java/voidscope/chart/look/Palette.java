package voidscope.chart.look;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import voidscope.estimator.EstimatorEntry;
import voidscope.estimator.Estimators;

/// The theme of charts: ARGB colours and the ink of every key, read from a token sheet.
///
/// @param name `light`, `dark` or `monochrome`
/// @param ground behind everything; on exported pictures it may be transparent, that is 0
/// @param plot behind the lines
/// @param grid lines at the ticks
/// @param axis line under the plot
/// @param text titles and legends
/// @param muted axis labels, ticks and captions
/// @param event event lines
/// @param ramp the colours of maps
/// @param inks by key, in legend order
/// @param variants the inks of further ones of an estimator
public record Palette(
    String name,
    int ground,
    int plot,
    int grid,
    int axis,
    int text,
    int muted,
    int event,
    Ramp ramp,
    Map<String, Ink> inks,
    VariantInks variants) {

  /// Colours of a sheet that maps are drawn through.
  private static final int STOPS = 5;

  private static final Pattern FADED = Pattern.compile("(.+)-faded(\\d{1,2})");
  private static final Pattern VARIANT = Pattern.compile("(.+)#(\\d{1,6})");

  /// Keeps its own copy of the inks.
  public Palette {
    inks = Collections.unmodifiableMap(new LinkedHashMap<>(inks));
  }

  /// Dark ink on white.
  public static Palette light() {
    return of("light", Tokens.bundled("tokens.css"));
  }

  /// Light ink on near black.
  public static Palette dark() {
    return of("dark", Tokens.bundled("tokens-dark.css"));
  }

  /// The same inks on no ground.
  public Palette transparent() {
    return new Palette(name, 0, 0, grid, axis, text, muted, event, ramp, inks, variants);
  }

  /// The same inks on white or on black, and all text in full contrast.
  public Palette projector() {
    boolean dark = (ground >> 8 & 255) < 128;
    int plain = dark ? 0xFF000000 : 0xFFFFFFFF;
    int full = dark ? 0xFFFFFFFF : 0xFF000000;
    return new Palette(name, plain, plain, grid, muted, full, full, text, ramp, inks, variants);
  }

  /// Black and greys on white: dashes and markers alone tell series apart.
  public static Palette monochrome() {
    Palette light = light();
    var inks = new LinkedHashMap<String, Ink>();
    for (Ink ink : light.inks().values()) {
      boolean minor = ink.key().equals("frelaxed") || ink.key().equals("optimum");
      inks.put(ink.key(), ink.in(minor ? 0xFF707070 : 0xFF000000));
    }
    return new Palette(
        "monochrome",
        0xFFFFFFFF,
        0xFFFFFFFF,
        0xFFE4E4E4,
        0xFF909090,
        0xFF000000,
        0xFF404040,
        0xFF606060,
        Ramp.through(0xFF202020, 0xFFF4F4F4),
        inks,
        new VariantInks(estimators(inks), ink -> List.of(ink.argb())));
  }

  /// The ink of a key, as [Ink#key] names it; a key without one is drawn like the objective.
  public Ink ink(String key) {
    Ink ink = inks.get(key);
    Matcher faded = FADED.matcher(key);
    if (ink == null && faded.matches()) {
      Ink whole = ink(faded.group(1));
      return whole.in(faded(whole.argb(), Integer.parseInt(faded.group(2)) / 100.0));
    }
    Matcher variant = VARIANT.matcher(key);
    if (ink == null && variant.matches()) {
      return ink(variant.group(1), Integer.parseInt(variant.group(2)));
    }
    return ink != null
        ? ink
        : inks.getOrDefault("f", new Ink(key, 0, text, new float[0], Marker.PLUS, 1));
  }

  /// The opaque colour of the halo that lets a spot or a path of an ink be seen on any ground.
  public int halo(Ink ink) {
    return Oklch.contrast(ink.argb(), 0xFFFFFFFF) > Oklch.contrast(ink.argb(), 0xFF000000)
        ? 0xFFFFFFFF
        : 0xFF000000;
  }

  /// A colour on the way to what lies behind the lines.
  private int faded(int argb, double share) {
    int behind = plot != 0 ? plot : (text >> 8 & 255) < 128 ? 0xFFFFFFFF : 0xFF000000;
    int mixed = 0xFF;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double part = share * (argb >> shift & 255) + (1 - share) * (behind >> shift & 255);
      mixed = mixed << 8 | (int) Math.round(part);
    }
    return mixed;
  }

  /// The ink of one of several of an estimator, such as RELAX with other settings. They are of
  /// about one hue; from the fifth on their shades repeat, from the thirteenth on dash and marker,
  /// too. A key that is no estimator's has but one ink.
  ///
  /// @param variant 0 for the ordinary one, whose ink is that of the key alone
  /// @throws IllegalArgumentException if the variant is negative
  public Ink ink(String key, int variant) {
    int repeated = VariantStrokes.repeated(variant);
    Ink ink = variants.of(key, repeated);
    if (ink == null) {
      return ink(key);
    }
    return repeated == variant ? ink : ink.as(key, variant);
  }

  private static Map<String, Ink> estimators(Map<String, Ink> inks) {
    Map<String, Ink> own = new LinkedHashMap<>();
    keys().forEach(key -> own.put(key, Objects.requireNonNull(inks.get(key), key)));
    return own;
  }

  private static List<String> keys() {
    return Estimators.catalogue().entries().stream().map(EstimatorEntry::key).toList();
  }

  static Palette of(String name, Tokens tokens) {
    Map<String, Ink> inks = Ink.all(tokens, keys());
    int plot = tokens.argb("-voidscope-plot");
    return new Palette(
        name,
        tokens.argb("-voidscope-ground"),
        plot,
        tokens.argb("-voidscope-grid"),
        tokens.argb("-voidscope-axis"),
        tokens.argb("-voidscope-text"),
        tokens.argb("-voidscope-text-muted"),
        tokens.argb("-voidscope-event"),
        Ramp.through(
            IntStream.range(0, STOPS).map(i -> tokens.argb("-voidscope-map-" + i)).toArray()),
        inks,
        new VariantInks(estimators(inks), ink -> Shades.of(ink.argb(), plot)));
  }
}
