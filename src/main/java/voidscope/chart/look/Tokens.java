package voidscope.chart.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// The named colours of a token sheet, so that charts and controls take theirs from one place.
///
/// It reads the declarations of the form `-name: #RRGGBB;` and nothing else of CSS.
record Tokens(Map<String, Integer> colours) {
  private static final Pattern DECLARATION =
      Pattern.compile("(-[a-z][a-z0-9-]*)\\s*:\\s*#([0-9A-Fa-f]{6})\\s*;");

  Tokens {
    colours = Map.copyOf(colours);
  }

  static Tokens parse(String css) {
    var colours = new HashMap<String, Integer>();
    var matcher = DECLARATION.matcher(css);
    while (matcher.find()) {
      colours.put(matcher.group(1), 0xFF000000 | Integer.parseInt(matcher.group(2), 16));
    }
    return new Tokens(colours);
  }

  /// The sheet `styles/<name>` that comes with the program.
  static Tokens bundled(String name) {
    try (InputStream in = Tokens.class.getResourceAsStream("/voidscope/styles/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its sheet of colours " + name);
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the sheet of colours " + name, e);
    }
  }

  /// The opaque colour of that name as ARGB.
  int argb(String name) {
    Integer colour = colours.get(name);
    if (colour == null) {
      throw new IllegalArgumentException("the sheet of colours has no " + name);
    }
    return colour;
  }
}
