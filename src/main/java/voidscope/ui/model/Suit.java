package voidscope.ui.model;

import java.util.Map;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Settings;
import voidscope.catalogue.Value;
import voidscope.experiment.scenario.Choice;
import voidscope.experiment.scenario.Entrant;
import voidscope.problem.ProblemEntry;
import voidscope.problem.catalogue.Problems;

/// What suits a kind of problem better than the defaults: a toy's values are no good for a VAE.
final class Suit {
  private Suit() {}

  private static ProblemEntry entry(Choice problem) {
    return Problems.catalogue().get(problem.key());
  }

  /// Whether two problems are of one kind.
  static boolean fits(Choice one, Choice other) {
    return entry(one).run().equals(entry(other).run());
  }

  /// Key of the view for a problem.
  static String view(Choice problem) {
    String first = Views.catalogue().entries().getFirst().key();
    if (problem.settings().has(Problems.DATA)) {
      return Views.VAE;
    }
    return episodes(problem) ? Views.EPISODES : first;
  }

  /// Whether a view is one for a problem: all are but those of episodes, which are there for these
  /// alone.
  static boolean shows(String view, Choice problem) {
    boolean ofEpisodes = view.equals(Views.EPISODES) || view.equals(Views.POLICY);
    return !ofEpisodes || episodes(problem);
  }

  private static boolean episodes(Choice problem) {
    return Problems.episodic(problem.settings());
  }

  /// A run's values with what suits another problem in place of what suited the one before.
  static Settings run(Settings now, Choice before, Choice after) {
    return changed(now, entry(before).run(), entry(after).run());
  }

  /// The same of an estimator.
  static Entrant estimator(Entrant now, Choice before, Choice after) {
    return now.with(changed(now.settings(), values(before, now.kind()), values(after, now.kind())));
  }

  private static Map<String, Value> values(Choice problem, String key) {
    return entry(problem).estimators().getOrDefault(key, Map.of());
  }

  private static Settings changed(
      Settings now, Map<String, Value> before, Map<String, Value> after) {
    Settings changed = now;
    for (Parameter parameter : now.parameters()) {
      String key = parameter.key();
      if (before.containsKey(key) || after.containsKey(key)) {
        changed = changed.with(key, after.getOrDefault(key, parameter.initial()));
      }
    }
    return changed;
  }
}
