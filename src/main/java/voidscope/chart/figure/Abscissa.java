package voidscope.chart.figure;

/// What a surrogate is drawn over, where that is a choice.
public enum Abscissa {
  /// The noise u, which is uniform.
  NOISE("u"),
  /// The relaxed sample z.
  RELAXED("z"),
  /// The soft sample σ(z/λ), whose ends are the hard ones.
  SOFT("soft");

  private final String key;

  Abscissa(String key) {
    this.key = key;
  }

  /// Its name in files.
  public String key() {
    return key;
  }

  /// The one of a name; u for any other.
  public static Abscissa of(String key) {
    for (Abscissa each : values()) {
      if (each.key.equals(key)) {
        return each;
      }
    }
    return NOISE;
  }

  /// The next one, in turns.
  public Abscissa next() {
    return switch (this) {
      case NOISE -> RELAXED;
      case RELAXED -> SOFT;
      case SOFT -> NOISE;
    };
  }
}
