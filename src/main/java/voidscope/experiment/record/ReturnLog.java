package voidscope.experiment.record;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import voidscope.problem.Quantity;

/// What a contender's episodes have earned: a bounded series, and of every replicate when it has
/// solved the problem. Written by the compute thread.
public final class ReturnLog {
  private static final int CAPACITY = 1 << 16;

  private final double level;
  private final int told;
  private final int mean;
  private final Series first = new Series(CAPACITY, 1);
  private final long[] solved;

  /// Steps of each replicate that have been taken over, the 0th among them.
  private final long[] taken;

  private ReturnLog(int replicates, double level, int told, int mean) {
    this.level = level;
    this.told = told;
    this.mean = mean;
    solved = new long[replicates];
    Arrays.fill(solved, -1);
    taken = new long[replicates];
  }

  /// The log of a run.
  ///
  /// @param recorded quantities that are recorded
  /// @param level as [EpisodeReturns] has it
  /// @return null where no batch tells a return and no mean of it is told
  public static @Nullable ReturnLog of(int replicates, List<Quantity> recorded, double level) {
    int told = at(recorded, Quantity.Source.BATCH);
    int mean = at(recorded, Quantity.Source.RECENT);
    return told < 0 || mean < 0 ? null : new ReturnLog(replicates, level, told, mean);
  }

  private static int at(List<Quantity> recorded, Quantity.Source source) {
    return IntStream.range(0, recorded.size())
        .filter(column -> recorded.get(column).source() == source)
        .findFirst()
        .orElse(-1);
  }

  /// Takes over the rows of a burst, a trace a replicate.
  public void take(Trace[] traces) {
    for (int row = 0; row < traces[0].rows(told); row++) {
      first.add(traces[0].value(told, row));
    }
    for (int i = 0; i < traces.length; i++) {
      int rows = traces[i].rows(mean);
      for (int row = 0; row < rows && solved[i] < 0; row++) {
        long step = taken[i] + row;
        if (step >= EpisodeReturns.STEPS && traces[i].value(mean, row) >= level) {
          solved[i] = step;
        }
      }
      taken[i] += rows;
    }
  }

  /// What has been taken over.
  public EpisodeReturns view() {
    return new EpisodeReturns(first.view(), level, solved.clone());
  }

  /// Carries it out or in.
  public void exchange(Archive archive) throws IOException {
    first.exchange(archive);
    for (int i = 0; i < solved.length; i++) {
      solved[i] = archive.number(solved[i]);
      taken[i] = archive.number(taken[i]);
    }
  }
}
