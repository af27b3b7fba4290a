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

  /// There is too little memory.
  public static final int MEMORY = 4;

  /// The disk is full.
  public static final int DISK = 5;

  /// Stopped by SIGHUP, as by the other signals with 128 and their number: what was computed until
  /// then is saved.
  public static final int HANGUP = 129;

  /// Stopped by SIGINT.
  public static final int INTERRUPTED = 130;

  /// Stopped by SIGTERM.
  public static final int TERMINATED = 143;

  private Exit() {}

  /// What a run deserves.
  public static int of(HeadlessRun run) {
    return run.diverged() ? DIVERGED : DONE;
  }
}
