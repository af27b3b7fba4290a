package voidscope.ui.compare;

import java.util.List;
import voidscope.experiment.scenario.RunParameters;
import voidscope.laboratory.Comparison;
import voidscope.ui.model.Contenders;
import voidscope.ui.model.WorkbenchModel;

/// The comparison of those whom the window's lists show, at the moment that it shows.
final class ModelComparison {
  private ModelComparison() {}

  /// Everybody as the model sees them now.
  static Comparison of(WorkbenchModel model) {
    return Comparison.of(
        model.follower().current(),
        candidates(model),
        model.wanted().run().integer(RunParameters.BATCH.key()));
  }

  /// What variances are those of.
  static String unit(WorkbenchModel model) {
    return Comparison.unit(candidates(model));
  }

  private static List<Comparison.Candidate> candidates(WorkbenchModel model) {
    Contenders contenders = model.contenders();
    return contenders.ids().stream()
        .filter(contenders::listed)
        .map(
            id ->
                new Comparison.Candidate(
                    id,
                    contenders.label(id),
                    contenders.entry(id),
                    contenders.estimator(id),
                    contenders.takesPart(id),
                    contenders.obstacle(id).orElse("")))
        .toList();
  }
}
