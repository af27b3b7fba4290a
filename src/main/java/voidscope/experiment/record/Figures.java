package voidscope.experiment.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What tables quote of an estimator at one step.
///
/// @param step steps done
/// @param quantities what is followed of θ, as [Snapshot#quantities] names it
/// @param loss the loss
/// @param variance natural logarithm of the gradient's measured variance
/// @param measured the latest measurement of the first replicate, or null before the first
public record Figures(
    long step,
    List<Spread> quantities,
    Spread loss,
    Spread variance,
    @Nullable Measurement measured) {

  /// A number, over replicates its median.
  ///
  /// @param q1 lower quartile, NaN where there is only one value
  /// @param q3 upper quartile, NaN where there is only one value
  public record Spread(double median, double q1, double q3) {
    private static Spread newest(Track.Band band) {
      return new Spread(newest(band.middle()), newest(band.low()), newest(band.high()));
    }

    private static double newest(Series.@Nullable View view) {
      return view == null ? Double.NaN : view.newest();
    }

    private static Spread exchange(Archive archive, @Nullable Spread now) throws IOException {
      double[] v = now == null ? new double[3] : new double[] {now.median, now.q1, now.q3};
      archive.doubles(v);
      return new Spread(v[0], v[1], v[2]);
    }
  }

  /// The newest figures of a contender.
  ///
  /// @param log of its run, whose newest measurement counts where it is a later one: that of a run
  ///   that goes on from a checkpoint begins anew
  public static Figures of(Track track, MeasurementLog log) {
    return new Figures(
        track.step(),
        track.quantities().stream().map(Spread::newest).toList(),
        Spread.newest(track.loss()),
        Spread.newest(track.variance()),
        log.newest(track));
  }

  /// Carries figures out or in.
  ///
  /// @param now null where they are to be read
  static Figures exchange(Archive archive, @Nullable Figures now) throws IOException {
    long step = archive.number(now == null ? 0 : now.step);
    long count = archive.number(now == null ? 0 : now.quantities.size());
    List<Spread> quantities = new ArrayList<>();
    for (int q = 0; q < count; q++) {
      quantities.add(Spread.exchange(archive, now == null ? null : now.quantities.get(q)));
    }
    Spread loss = Spread.exchange(archive, now == null ? null : now.loss);
    Spread variance = Spread.exchange(archive, now == null ? null : now.variance);
    Measurement measured = now == null ? null : now.measured;
    boolean any = archive.number(measured == null ? 0 : 1) != 0;
    return new Figures(
        step,
        List.copyOf(quantities),
        loss,
        variance,
        any ? MeasurementLog.exchange(archive, measured) : null);
  }
}
