package voidscope.cli;

import voidscope.laboratory.HeadlessRun;

/// Exit codes.
public final class Exit {
  /// Done.
  public static final int DONE = 0;

  /// A fault of the program.
  public static final int FAULT = 1;

  /// Bad input, or a place that cannot be written to.
  public static final int INPUT = 2;

  /// An estimator diverged; what was computed is saved.
  public static final int DIVERGED = 3;

  private Exit() {}

  /// What a run deserves.
  public static int of(HeadlessRun run) {
    return run.diverged() ? DIVERGED : DONE;
  }
}
