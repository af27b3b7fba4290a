package voidscope.laboratory;

import java.io.IOException;
import voidscope.catalogue.Settings;
import voidscope.stat.Moments;

/// What all objects of moments hold alike.
final class MomentsJson {
  private MomentsJson() {}

  /// What takes part, with its settings.
  ///
  /// @param key `problem` or `estimator`
  /// @param name its key in the catalogue
  static void choice(Json json, String key, String name, Settings settings) throws IOException {
    json.object(
        key,
        () -> {
          json.text("name", name);
          json.settings(settings);
        });
  }

  /// Moments of a coordinate.
  ///
  /// @param tells whether a measured variance means anything
  /// @param gradient the exact one
  /// @param exactMean NaN where it is not known
  /// @param compared whether an unbiased estimator's mean is that gradient
  static void coordinate(
      Json json, Moments found, boolean tells, double gradient, double exactMean, boolean compared)
      throws IOException {
    json.number("mean", found.mean());
    json.number("standardError", found.standardError());
    json.number("variance", found.variance());
    json.number("varianceStandardError", tells ? found.varianceStandardError() : Double.NaN);
    json.number("exactGradient", gradient);
    json.number("exactMean", exactMean);
    json.number(
        "z", tells && compared ? (found.mean() - gradient) / found.standardError() : Double.NaN);
  }
}
