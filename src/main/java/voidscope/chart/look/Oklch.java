package voidscope.chart.look;

/// A colour as the eye orders it, in OKLCh (Ottosson, 2020): unlike CIELCh it keeps a blue blue
/// when it is made lighter.
///
/// @param lightness from 0, black, to 1, white, in even steps as in CIELAB
/// @param chroma from 0, grey
/// @param hue in degrees
record Oklch(double lightness, double chroma, double hue) {
  private static final double MOST_CHROMA = .4;
  private static final double TOE_1 = .206;
  private static final double TOE_2 = .03;
  private static final double TOE_3 = (1 + TOE_1) / (1 + TOE_2);
  private static final int HALVINGS = 20;

  /// The opaque or other colour, whose alpha does not count.
  static Oklch of(int argb) {
    double r = linear(argb >> 16 & 255);
    double g = linear(argb >> 8 & 255);
    double b = linear(argb & 255);
    double l = Math.cbrt(.4122214708 * r + .5363325363 * g + .0514459929 * b);
    double m = Math.cbrt(.2119034982 * r + .6806995451 * g + .1073969566 * b);
    double s = Math.cbrt(.0883024619 * r + .2817188376 * g + .6299787005 * b);
    double x = 1.9779984951 * l - 2.4285922050 * m + .4505937099 * s;
    double y = .0259040371 * l + .7827717662 * m - .8086757660 * s;
    return new Oklch(
        even(.2104542553 * l + .7936177850 * m - .0040720468 * s),
        Math.hypot(x, y),
        Math.toDegrees(Math.atan2(y, x)));
  }

  /// The nearest opaque colour of a screen.
  int argb() {
    int argb = 0xFF;
    for (double channel : rgb()) {
      double c = Math.clamp(channel, 0, 1);
      double signal = c <= .0031308 ? 12.92 * c : 1.055 * Math.pow(c, 1 / 2.4) - .055;
      argb = argb << 8 | (int) Math.round(255 * signal);
    }
    return argb;
  }

  /// The colour at a share of the straight way to another.
  Oklch towards(Oklch other, double share) {
    double angle = Math.toRadians(hue);
    double otherAngle = Math.toRadians(other.hue);
    double x = mixed(chroma * Math.cos(angle), other.chroma * Math.cos(otherAngle), share);
    double y = mixed(chroma * Math.sin(angle), other.chroma * Math.sin(otherAngle), share);
    return new Oklch(
        mixed(lightness, other.lightness, share),
        Math.hypot(x, y),
        Math.toDegrees(Math.atan2(y, x)));
  }

  private static double mixed(double one, double other, double share) {
    return one + share * (other - one);
  }

  /// The share of the most chroma that a screen has at this lightness and hue.
  double saturation() {
    return chroma / Math.max(most(), 1e-9);
  }

  /// The same hue at another lightness, with a share of the most chroma that a screen has there.
  Oklch at(double otherLightness, double saturation) {
    double most = new Oklch(otherLightness, 0, hue).most();
    return new Oklch(otherLightness, saturation * most, hue);
  }

  /// The WCAG contrast of two opaque colours, from 1 to 21.
  static double contrast(int one, int two) {
    double a = luminance(one) + .05;
    double b = luminance(two) + .05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(int argb) {
    return .2126 * linear(argb >> 16 & 255)
        + .7152 * linear(argb >> 8 & 255)
        + .0722 * linear(argb & 255);
  }

  private static double linear(int channel) {
    double v = channel / 255.0;
    return v <= .04045 ? v / 12.92 : Math.pow((v + .055) / 1.055, 2.4);
  }

  /// The most chroma that a screen has at this lightness and hue.
  private double most() {
    double low = 0;
    double high = MOST_CHROMA;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (new Oklch(lightness, middle, hue).shown()) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean shown() {
    for (double channel : rgb()) {
      if (channel < -1e-4 || channel > 1 + 1e-4) {
        return false;
      }
    }
    return true;
  }

  /// Linear red, green and blue, from 0 to 1 if a screen has the colour.
  private double[] rgb() {
    double x = chroma * Math.cos(Math.toRadians(hue));
    double y = chroma * Math.sin(Math.toRadians(hue));
    double light = uneven(lightness);
    double l = cube(light + .3963377774 * x + .2158037573 * y);
    double m = cube(light - .1055613458 * x - .0638541728 * y);
    double s = cube(light - .0894841775 * x - 1.2914855480 * y);
    return new double[] {
      4.0767416621 * l - 3.3077115913 * m + .2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - .3413193965 * s,
      -.0041960863 * l - .7034186147 * m + 1.7076147010 * s
    };
  }

  /// OKLab's lightness in even steps, which it takes too wide near black.
  private static double even(double v) {
    double w = TOE_3 * v - TOE_1;
    return (w + Math.sqrt(w * w + 4 * TOE_2 * TOE_3 * v)) / 2;
  }

  private static double uneven(double v) {
    return v * (v + TOE_1) / (TOE_3 * (v + TOE_2));
  }

  private static double cube(double v) {
    return v * v * v;
  }
}
