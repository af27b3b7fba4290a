package voidscope.experiment.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import voidscope.problem.Exhibit;

/// A surrogate as it was at steps that were chosen, the oldest first.
///
/// @param pins one a step, ascending
public record SurrogatePins(List<Pin> pins) implements Exhibit {
  /// So many are kept at most, the newest of them.
  private static final int MOST = 32;

  /// Copies the list.
  public SurrogatePins {
    pins = List.copyOf(pins);
  }

  /// None yet.
  public static SurrogatePins none() {
    return new SurrogatePins(List.of());
  }

  /// The surrogate at a step.
  public record Pin(long step, Track.SurrogateCurve curve) {}

  /// Whether there is one of a step.
  public boolean has(long step) {
    return pins.stream().anyMatch(pin -> pin.step() == step);
  }

  /// These and a newer one.
  public SurrogatePins with(Pin pin) {
    List<Pin> more = new ArrayList<>(pins);
    more.add(pin);
    return new SurrogatePins(more.subList(Math.max(0, more.size() - MOST), more.size()));
  }

  /// Carries them out, or others in.
  ///
  /// @return what there is afterwards
  public SurrogatePins exchange(Archive archive) throws IOException {
    int count = Math.toIntExact(archive.number(pins.size()));
    List<Pin> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(exchange(archive, i < pins.size() ? pins.get(i) : null));
    }
    return new SurrogatePins(all);
  }

  private static Pin exchange(Archive archive, @Nullable Pin now) throws IOException {
    long step = archive.number(now == null ? 0 : now.step());
    Track.SurrogateCurve curve = now == null ? null : now.curve();
    String slice = archive.text(curve == null ? "" : curve.slice().name());
    double[] temperature = {curve == null ? Double.NaN : curve.temperature()};
    if (archive.tellsTemperatures()) {
      archive.doubles(temperature);
    }
    double[] none = {};
    return new Pin(
        step,
        new Track.SurrogateCurve(
            Track.Slice.valueOf(slice),
            temperature[0],
            row(archive, curve == null ? none : curve.u()),
            row(archive, curve == null ? none : curve.z()),
            row(archive, curve == null ? none : curve.c()),
            row(archive, curve == null ? none : curve.hard()),
            row(archive, curve == null ? none : curve.relaxed())));
  }

  private static double[] row(Archive archive, double[] now) throws IOException {
    int length = Math.toIntExact(archive.number(now.length));
    double[] values = length == now.length ? now.clone() : new double[length];
    archive.doubles(values);
    return values;
  }
}
