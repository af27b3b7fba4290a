package voidscope.library;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// What is noted of a run that is kept.
///
/// @param date when it was kept, to the millisecond
/// @param name what it is called
/// @param step the step it had reached
/// @param differs what differs from the scenario that it was opened from, in a few words; empty if
///   nothing does
/// @param window what was set and how it was looked at, in words of the window's own; empty if that
///   was not told
public record RunNote(Instant date, String name, long step, String differs, String window) {
  /// Cuts the date to milliseconds.
  ///
  /// @throws IllegalArgumentException if the step is below 0
  public RunNote {
    date = date.truncatedTo(ChronoUnit.MILLIS);
    if (step < 0) {
      throw new IllegalArgumentException("step: expected 0 or more, found " + step);
    }
  }
}
