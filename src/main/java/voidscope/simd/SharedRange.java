package voidscope.simd;

import voidscope.thread.ThreadTeam;

/// A pass over a range of elements, each of which is worked on for itself, that members of the team
/// share where they are idle and it pays ([ThreadTeam#parts]): no bit depends on it. An instance
/// belongs to one thread; a pass allocates nothing.
public final class SharedRange implements ThreadTeam.Task {
  /// Elements of a pass that does a few operations on each from which on a part pays.
  public static final int LIGHT = 1 << 15;

  /// What is done.
  @FunctionalInterface
  public interface Pass {
    /// Works on the elements from..to−1 and writes to no others, on any thread.
    void over(int from, int to);
  }

  private final Pass pass;
  private int from;
  private int to;
  private int grain;
  private int grains;
  private int parts;

  /// @param pass what is done with every part
  public SharedRange(Pass pass) {
    this.pass = pass;
  }

  /// Works on the elements from..to−1, in one part or in several that begin at whole grains.
  ///
  /// @param grain elements from which on a part pays, a multiple of 16 or the width of a tile; no
  ///   part has fewer than 16 but that of a shorter range
  public void over(int from, int to, int grain) {
    int count = (to - from + grain - Lanes.VIRTUAL) / grain;
    if (count < 2 || ThreadTeam.hands() == 1) {
      pass.over(from, to);
      return;
    }
    this.from = from;
    this.to = to;
    this.grain = grain;
    grains = count;
    parts = Math.min(ThreadTeam.parts(), count);
    ThreadTeam.share(parts, this);
  }

  @Override
  public void run(int part, int worker) {
    pass.over(begin(part), part == parts - 1 ? to : begin(part + 1));
  }

  private int begin(int part) {
    return from + (int) ((long) grains * part / parts) * grain;
  }
}
