package voidscope.chart.export;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The colours of an animated GIF, the same for all its frames: those that a frame has most of, a
/// likeness of each once, so that no ink and no ground changes. Every pixel takes the nearest;
/// there is no dithering, which would flicker.
final class GifColours {
  private static final int MOST = 256;

  private final int[] colours;
  private final Map<Integer, Byte> nearest = new HashMap<>();

  /// Of a frame that has all that others have.
  GifColours(BufferedImage frame) {
    Map<Integer, Map<Integer, Integer>> alike = new HashMap<>();
    for (int argb : pixels(frame)) {
      int rgb = argb & 0xFFFFFF;
      int coarse = rgb & 0xF8F8F8;
      alike.computeIfAbsent(coarse, key -> new HashMap<>()).merge(rgb, 1, Integer::sum);
    }
    Comparator<Map<Integer, Integer>> size =
        Comparator.comparingInt(each -> each.values().stream().mapToInt(Integer::intValue).sum());
    Comparator<Map.Entry<Integer, Integer>> most =
        Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey());
    List<Map<Integer, Integer>> kinds =
        alike.entrySet().stream()
            .sorted(
                Map.Entry.<Integer, Map<Integer, Integer>>comparingByValue(size.reversed())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getValue)
            .limit(MOST)
            .toList();
    colours =
        kinds.stream()
            .mapToInt(kind -> kind.entrySet().stream().max(most).orElseThrow().getKey())
            .toArray();
  }

  /// The pixels of a picture, row by row.
  static int[] pixels(BufferedImage picture) {
    return picture.getRGB(
        0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
  }

  IndexColorModel model() {
    byte[] red = new byte[MOST];
    byte[] green = new byte[MOST];
    byte[] blue = new byte[MOST];
    for (int i = 0; i < colours.length; i++) {
      red[i] = (byte) (colours[i] >> 16);
      green[i] = (byte) (colours[i] >> 8);
      blue[i] = (byte) colours[i];
    }
    return new IndexColorModel(8, MOST, red, green, blue);
  }

  /// Which colour a pixel takes.
  byte index(int argb) {
    return nearest.computeIfAbsent(argb & 0xFFFFFF, this::find);
  }

  private byte find(int rgb) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < colours.length; i++) {
      int red = (rgb >> 16 & 255) - (colours[i] >> 16 & 255);
      int green = (rgb >> 8 & 255) - (colours[i] >> 8 & 255);
      int blue = (rgb & 255) - (colours[i] & 255);
      int distance = 2 * red * red + 4 * green * green + 3 * blue * blue;
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return (byte) best;
  }
}
