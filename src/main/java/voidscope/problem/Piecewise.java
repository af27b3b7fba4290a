package voidscope.problem;

/// Something that takes long to find, piece by piece. Scratch of one thread.
///
/// @param <T> what is found
public interface Piecewise<T> {
  /// Goes on for a moment, about a tenth of a millisecond.
  ///
  /// @return whether there is more to do
  boolean advance();

  /// What was found; once there is no more to do.
  T found();
}
