package voidscope.chart.look;

/// How colours look: WCAG contrast, CIELAB's chroma and hue, and CIEDE2000 under full protanopia,
/// deuteranopia and tritanopia after Machado et al. (2009).
public final class Eyesight {
  private static final double[][] SIGHTS = {
    {1, 0, 0, 0, 1, 0, 0, 0, 1},
    {.152286, 1.052583, -.204868, .114503, .786281, .099216, -.003882, -.048116, 1.051998},
    {.367322, .860646, -.227968, .280085, .672501, .047413, -.011820, .042940, .968881},
    {1.255528, -.076749, -.178779, -.078411, .930809, .147602, .004733, .691367, .303900}
  };

  private Eyesight() {}

  /// The WCAG contrast of two colours.
  public static double contrast(int one, int two) {
    double a = luminance(one) + .05;
    double b = luminance(two) + .05;
    return Math.max(a, b) / Math.min(a, b);
  }

  /// The least distance under all kinds of sight.
  static double distance(int one, int two) {
    double least = Double.POSITIVE_INFINITY;
    for (double[] sight : SIGHTS) {
      least = Math.min(least, ciede2000(lab(one, sight), lab(two, sight)));
    }
    return least;
  }

  /// The chroma in CIELAB, 0 for greys.
  static double chroma(int argb) {
    double[] lab = lab(argb, SIGHTS[0]);
    return Math.hypot(lab[1], lab[2]);
  }

  /// The angle between two hues in CIELAB, in degrees from 0 to 180.
  static double turn(int one, int two) {
    double[] a = lab(one, SIGHTS[0]);
    double[] b = lab(two, SIGHTS[0]);
    return Math.abs((hue(b[2], b[1]) - hue(a[2], a[1]) + 540) % 360 - 180);
  }

  private static double luminance(int argb) {
    double[] c = linear(argb);
    return .2126 * c[0] + .7152 * c[1] + .0722 * c[2];
  }

  private static double[] linear(int argb) {
    double[] c = {argb >> 16 & 255, argb >> 8 & 255, argb & 255};
    for (int i = 0; i < 3; i++) {
      double v = c[i] / 255;
      c[i] = v <= .04045 ? v / 12.92 : Math.pow((v + .055) / 1.055, 2.4);
    }
    return c;
  }

  private static double[] lab(int argb, double[] m) {
    double[] c = linear(argb);
    double r = Math.clamp(m[0] * c[0] + m[1] * c[1] + m[2] * c[2], 0, 1);
    double g = Math.clamp(m[3] * c[0] + m[4] * c[1] + m[5] * c[2], 0, 1);
    double b = Math.clamp(m[6] * c[0] + m[7] * c[1] + m[8] * c[2], 0, 1);
    double x = f((.4124564 * r + .3575761 * g + .1804375 * b) / .95047);
    double y = f(.2126729 * r + .7151522 * g + .0721750 * b);
    double z = f((.0193339 * r + .1191920 * g + .9503041 * b) / 1.08883);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double f(double t) {
    return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
  }

  private static double ciede2000(double[] p, double[] q) {
    double mean7 = Math.pow((Math.hypot(p[1], p[2]) + Math.hypot(q[1], q[2])) / 2, 7);
    double g = 1.5 - .5 * Math.sqrt(mean7 / (mean7 + Math.pow(25, 7)));
    double c1 = Math.hypot(g * p[1], p[2]);
    double c2 = Math.hypot(g * q[1], q[2]);
    double h1 = hue(p[2], g * p[1]);
    double h2 = hue(q[2], g * q[1]);
    double turn = c1 * c2 == 0 ? 0 : (h2 - h1 + 540) % 360 - 180;
    double mean = c1 * c2 == 0 ? h1 + h2 : (h1 + turn / 2 + 360) % 360;
    double light = (p[0] + q[0]) / 2;
    double chroma = (c1 + c2) / 2;
    double t = 1 - .17 * cos(mean - 30) + .24 * cos(2 * mean);
    t += .32 * cos(3 * mean + 6) - .2 * cos(4 * mean - 63);
    double off = (light - 50) * (light - 50);
    double dl = (q[0] - p[0]) / (1 + .015 * off / Math.sqrt(20 + off));
    double dc = (c2 - c1) / (1 + .045 * chroma);
    double dh = 2 * Math.sqrt(c1 * c2) * Math.sin(Math.toRadians(turn / 2));
    dh /= 1 + .015 * chroma * t;
    double chroma7 = Math.pow(chroma, 7);
    double twist = 60 * Math.exp(-Math.pow((mean - 275) / 25, 2));
    double rt = -2 * Math.sqrt(chroma7 / (chroma7 + Math.pow(25, 7)));
    rt *= Math.sin(Math.toRadians(twist));
    return Math.sqrt(dl * dl + dc * dc + dh * dh + rt * dc * dh);
  }

  private static double hue(double b, double a) {
    return (Math.toDegrees(Math.atan2(b, a)) + 360) % 360;
  }

  private static double cos(double degrees) {
    return Math.cos(Math.toRadians(degrees));
  }
}
