package voidscope.problem;

import org.jspecify.annotations.Nullable;

/// Makes a problem's own exhibit, with noise of its own, so that looking changes no result. Scratch
/// of one thread.
public interface Artist {
  /// What it makes of what is trained; the last one again where that is new enough for the eye.
  ///
  /// @param weights W numbers
  /// @param detail what is wanted in particular, or null
  Exhibit draw(float[] weights, Exhibit.@Nullable Detail detail);
}
