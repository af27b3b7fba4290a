package voidscope.chart.look;

/// A surface that tells whether its readers set marks over signs by themselves. On others they are
/// drawn as texts of their own, each at its place.
@FunctionalInterface
public interface MarkedText {
  /// Whether a string may hold a sign with a mark, such as z̃.
  boolean placesMarks();
}
