package voidscope.laboratory;

/// Who is told how far long work is. The work's own thread calls it.
public interface Progress {
  /// Tells something beside it.
  void tell(String line);

  /// Tells that so much is done.
  void at(long done);

  /// The work is over.
  void end();

  /// Whether the work is to end at its next step.
  boolean stop();

  /// Seconds since the work began.
  double seconds();
}
