package voidscope.experiment.run;

import java.util.zip.CRC32;
import voidscope.experiment.record.Series;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;

/// A hash of every bit that a snapshot's recordings hold.
public final class Fingerprint {
  private Fingerprint() {}

  /// The hash, with each contender's step.
  public static String of(Snapshot snapshot) {
    StringBuilder text = new StringBuilder();
    for (Track track : snapshot.tracks()) {
      CRC32 crc = new CRC32();
      track.quantities().forEach(band -> band(crc, band));
      Track.Control control = track.control();
      if (control != null) {
        band(crc, control.ratio());
        band(crc, control.prediction());
      }
      band(crc, track.loss());
      band(crc, track.variance());
      Track.ExactPoints exact = track.exact();
      for (int i = 0; i < exact.length(); i++) {
        number(crc, exact.step()[i]);
        number(crc, exact.variance()[i]);
      }
      text.append(track.id())
          .append('@')
          .append(track.step())
          .append(':')
          .append(Long.toHexString(crc.getValue()))
          .append('/')
          .append(track.measured())
          .append('\n');
    }
    return text.toString();
  }

  private static void band(CRC32 crc, Track.Band band) {
    view(crc, band.middle());
    if (band.low() != null) {
      view(crc, band.low());
    }
    if (band.high() != null) {
      view(crc, band.high());
    }
  }

  private static void view(CRC32 crc, Series.View view) {
    number(crc, (double) view.length());
    for (int i = 0; i < view.early(); i++) {
      number(crc, view.earlyStep(i));
      number(crc, view.early(i));
    }
    for (int i = 0; i < view.buckets(0); i++) {
      number(crc, view.first(0, i));
      number(crc, view.min(0, i));
      number(crc, view.max(0, i));
      number(crc, view.last(0, i));
    }
  }

  private static void number(CRC32 crc, double value) {
    long bits = Double.doubleToLongBits(value);
    for (int i = 0; i < 64; i += 8) {
      crc.update((int) (bits >>> i));
    }
  }
}
