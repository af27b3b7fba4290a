package voidscope.chart.live;

import java.util.Arrays;
import voidscope.chart.look.Marker;

/// Draws series into an `int[]` picture, anti-aliased, an order of magnitude faster than stroking a
/// path.
///
/// A series but a path runs from left to right, so its stroke, which is all points nearer to the
/// line than half the width, is at each abscissa one interval from `top` to `bottom`. Those are
/// found for a few abscissae in every pixel column, then a column is filled with the share that its
/// intervals cover: exact downwards, sampled sideways, and no pixel is painted twice however dense
/// the series is.
final class Raster {
  private static final int SAMPLES = 4;

  private int[] pixels = new int[0];
  private int stride;
  private int left;
  private int right;
  private int up;
  private int down;
  private float[] top = new float[0];
  private float[] bottom = new float[0];
  private float[] part = new float[0];
  private float[] whole = new float[0];
  private int first;
  private int last;

  /// Chooses the picture, opaque ARGB, and the rectangle in it that may be drawn on.
  void target(int[] picture, int width, int x0, int y0, int x1, int y1) {
    pixels = picture;
    stride = width;
    left = Math.max(0, x0);
    up = Math.max(0, y0);
    right = Math.min(width, x1);
    down = Math.min(picture.length / width, y1);
    int columns = Math.max(0, right - left) * SAMPLES;
    if (top.length < columns) {
      top = new float[columns];
      bottom = new float[columns];
      Arrays.fill(top, Float.POSITIVE_INFINITY);
      Arrays.fill(bottom, Float.NEGATIVE_INFINITY);
    }
    if (part.length < down - up + 2) {
      part = new float[down - up + 2];
      whole = new float[down - up + 2];
    }
    clear();
  }

  /// Strokes the points `from` to `to`, exclusive, with round ends and joins; x does not descend.
  void stroke(double[] x, double[] y, int from, int to, double width, int argb, double opacity) {
    double r = width / 2;
    for (int i = from; i < to; i++) {
      disc(x[i], y[i], r);
      if (i > from && x[i] > x[i - 1]) {
        segment(x[i - 1], y[i - 1], x[i], y[i], r);
      }
    }
    fill(argb, opacity);
  }

  /// Strokes the points of a path `from` to `to`, exclusive, in their order, whichever way they go:
  /// piece by piece between the points where x turns back, so that what is translucent is darker
  /// where pieces meet.
  void path(double[] x, double[] y, int from, int to, double width, int argb, double opacity) {
    double r = width / 2;
    int way = 0;
    for (int i = from; i < to; i++) {
      int next = i == from ? 0 : (int) Math.signum(x[i] - x[i - 1]);
      if (next != 0 && next == -way) {
        fill(argb, opacity);
        disc(x[i - 1], y[i - 1], r);
      }
      way = next == 0 ? way : next;
      disc(x[i], y[i], r);
      if (next > 0) {
        segment(x[i - 1], y[i - 1], x[i], y[i], r);
      } else if (next < 0) {
        segment(x[i], y[i], x[i - 1], y[i - 1], r);
      }
    }
    fill(argb, opacity);
  }

  /// Fills between two lines over the same x, which does not descend.
  void band(double[] x, double[] low, double[] high, int from, int to, int argb, double opacity) {
    for (int i = from + 1; i < to; i++) {
      double span = x[i] - x[i - 1];
      int end = end(x[i]);
      for (int k = begin(x[i - 1]); k <= end && span > 0; k++) {
        double t = Math.clamp((at(k) - x[i - 1]) / span, 0, 1);
        double a = low[i - 1] + t * (low[i] - low[i - 1]);
        double b = high[i - 1] + t * (high[i] - high[i - 1]);
        cover(k, Math.min(a, b), Math.max(a, b));
      }
    }
    fill(argb, opacity);
  }

  /// A filled disc.
  void dot(double x, double y, double radius, int argb, double opacity) {
    disc(x, y, radius);
    fill(argb, opacity);
  }

  /// A filled marker, as `Marker.shape` has it but for the round ends of a diagonal cross.
  void mark(Marker marker, double x, double y, double size, int argb, double opacity) {
    double r = size / 2;
    if (marker == Marker.CROSS) {
      double arm = r - size / 8;
      double[] across = {x - arm, x + arm};
      double width = Math.sqrt(2) * size / 8;
      stroke(across, new double[] {y - arm, y + arm}, 0, 2, width, argb, opacity);
      stroke(across, new double[] {y + arm, y - arm}, 0, 2, width, argb, opacity);
      return;
    }
    if (marker == Marker.CIRCLE) {
      disc(x, y, r);
    } else {
      angular(marker, x, y, r);
    }
    fill(argb, opacity);
  }

  private void disc(double x, double y, double r) {
    int end = end(x + r);
    for (int k = begin(x - r); k <= end; k++) {
      double d = at(k) - x;
      double half = Math.sqrt(Math.max(0, r * r - d * d));
      cover(k, y - half, y + half);
    }
  }

  private void angular(Marker marker, double x, double y, double r) {
    double half =
        switch (marker) {
          case CIRCLE, PLUS, CROSS -> r;
          case SQUARE -> .9 * r;
          case DIAMOND -> 1.2 * r;
          case TRIANGLE_UP, TRIANGLE_DOWN -> 1.1 * r;
        };
    int end = end(x + half);
    for (int k = begin(x - half); k <= end; k++) {
      double d = Math.abs(at(k) - x);
      double side = 2 * r * (1 - d / half);
      switch (marker) {
        case TRIANGLE_UP -> cover(k, y + .9 * r - side, y + .9 * r);
        case TRIANGLE_DOWN -> cover(k, y - .9 * r, y - .9 * r + side);
        default -> {
          double high =
              switch (marker) {
                case DIAMOND -> half - d;
                case PLUS -> d <= r / 4 ? r : r / 4;
                default -> half;
              };
          cover(k, y - high, y + high);
        }
      }
    }
  }

  /// The parallels of a segment; its ends are discs.
  private void segment(double x0, double y0, double x1, double y1, double r) {
    double slope = (y1 - y0) / (x1 - x0);
    double stretch = Math.sqrt(1 + slope * slope);
    double shift = r * slope / stretch;
    int end = end(x1 + shift);
    for (int k = begin(x0 + shift); k <= end; k++) {
      double edge = y0 + slope * (at(k) - x0) - r * stretch;
      cover(k, edge, edge);
    }
    end = end(x1 - shift);
    for (int k = begin(x0 - shift); k <= end; k++) {
      double edge = y0 + slope * (at(k) - x0) + r * stretch;
      cover(k, edge, edge);
    }
  }

  private double at(int k) {
    return left + (k + .5) / SAMPLES;
  }

  private int begin(double x) {
    return Math.max(0, (int) Math.ceil((x - left) * SAMPLES - .5));
  }

  private int end(double x) {
    return Math.min((right - left) * SAMPLES - 1, (int) Math.floor((x - left) * SAMPLES - .5));
  }

  private void cover(int k, double a, double b) {
    top[k] = Math.min(top[k], (float) a);
    bottom[k] = Math.max(bottom[k], (float) b);
    first = Math.min(first, k);
    last = Math.max(last, k);
  }

  private void clear() {
    first = Integer.MAX_VALUE;
    last = -1;
  }

  private void fill(int argb, double opacity) {
    for (int column = first / SAMPLES; column <= last / SAMPLES && last >= 0; column++) {
      int from = Integer.MAX_VALUE;
      int to = -1;
      for (int k = column * SAMPLES; k < (column + 1) * SAMPLES; k++) {
        float a = Math.max(up, top[k]) - up;
        float b = Math.min(down, bottom[k]) - up;
        top[k] = Float.POSITIVE_INFINITY;
        bottom[k] = Float.NEGATIVE_INFINITY;
        if (a < b) {
          int ia = (int) a;
          int ib = (int) b;
          part[ia] -= a - ia;
          part[ib] += b - ib;
          whole[ia] += 1;
          whole[ib] -= 1;
          from = Math.min(from, ia);
          to = Math.max(to, ib);
        }
      }
      blend(left + column, from, to, argb, opacity);
    }
    clear();
  }

  private void blend(int column, int from, int to, int argb, double opacity) {
    float scale = (float) (opacity * 256 / SAMPLES);
    float run = 0;
    int rows = down - up;
    int index = (up + from) * stride + column;
    for (int row = from; row <= to; row++, index += stride) {
      run += whole[row];
      int alpha = (int) ((part[row] + run) * scale + .5f);
      part[row] = 0;
      whole[row] = 0;
      if (row < rows && alpha > 0) {
        pixels[index] = alpha >= 256 ? argb : mix(pixels[index], argb, alpha);
      }
    }
  }

  /// `alpha` 256ths of one opaque colour over another.
  private static int mix(int under, int over, int alpha) {
    int redBlue = under & 0xFF00FF;
    int green = under & 0x00FF00;
    redBlue += (((over & 0xFF00FF) - redBlue) * alpha) >> 8;
    green += (((over & 0x00FF00) - green) * alpha) >> 8;
    return 0xFF000000 | (redBlue & 0xFF00FF) | (green & 0x00FF00);
  }
}
