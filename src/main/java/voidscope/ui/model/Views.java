package voidscope.ui.model;

import java.util.List;
import java.util.stream.Stream;
import voidscope.catalogue.Catalogue;
import voidscope.chart.series.Charts;

/// The catalogue of views, in the order of their tabs and keys.
public final class Views {
  /// Key of the view of a VAE.
  static final String VAE = "vae";

  /// Key of the view of episodes.
  public static final String EPISODES = "rl";

  /// Key of the view of a policy, beside it.
  public static final String POLICY = "policy";

  /// Key of the view of the gradient and its terms.
  public static final String GRADIENT = "gradient";

  private static final Catalogue<ViewEntry> CATALOGUE =
      new Catalogue<>(
          "view",
          Stream.of(
                  new ViewEntry(
                      "trajectories",
                      1,
                      "Trajectories",
                      "Where the estimators take θ, with variance, loss and surrogate.",
                      List.of(Charts.THETA, Charts.VARIANCE, Charts.LOSS, Charts.SURROGATE),
                      ViewEntry.Above.NOTHING),
                  new ViewEntry(
                      GRADIENT,
                      2,
                      "Gradient",
                      "How ĝ and its terms are distributed, how their variances are balanced, and"
                          + " what a control variate is worth.",
                      List.of(Charts.GRADIENT, Charts.TERMS, Charts.BALANCE, Charts.CONTROL),
                      ViewEntry.Above.TERMS),
                  new ViewEntry(
                      "comparison",
                      3,
                      "Comparison",
                      "The estimators side by side: what they need, their variance and cost.",
                      List.of(Charts.VARIANCE),
                      ViewEntry.Above.COMPARISON),
                  new ViewEntry(
                      VAE,
                      4,
                      "VAE",
                      "A discrete VAE in training: validation ELBO, variance, images.",
                      List.of(Charts.THETA, Charts.VARIANCE),
                      ViewEntry.Above.GALLERY),
                  new ViewEntry(
                      "surrogate",
                      5,
                      "Surrogate",
                      "What the surrogate learns, beside f and the optimal one.",
                      List.of(Charts.SURROGATE, Charts.PHASES, Charts.SCATTER, Charts.FLOOR),
                      ViewEntry.Above.NOTHING),
                  new ViewEntry(
                      EPISODES,
                      6,
                      "RL",
                      "Episodes of training, what they earn, when they solve it, and the variance"
                          + " of the policy gradient.",
                      List.of(Charts.RETURN, Charts.SOLVED, Charts.VARIANCE),
                      ViewEntry.Above.EPISODES),
                  new ViewEntry(
                      "bias-variance",
                      7,
                      "Bias",
                      "Bias and variance of ĝ over λ and θ, and what its precision costs.",
                      List.of(
                          Charts.TRADE_OFF,
                          Charts.VARIANCE_THETA,
                          Charts.SIGNAL_THETA,
                          Charts.PARETO),
                      ViewEntry.Above.AVERAGE),
                  new ViewEntry(
                      "maps",
                      8,
                      "Maps",
                      "One surrogate over two latents or three classes, beside f and the optimal"
                          + " one.",
                      List.of(
                          Charts.MAP,
                          Charts.MAP_OPTIMUM,
                          Charts.MAP_OBJECTIVE,
                          Charts.MAP_DIFFERENCE),
                      ViewEntry.Above.NOTHING),
                  new ViewEntry(
                      POLICY,
                      9,
                      "Policy",
                      "What the variance of a policy's gradient consists of, how much of it a"
                          + " surrogate can take away, and what policy, critic and surrogate have"
                          + " learned over the states.",
                      List.of(
                          Charts.POLICY_FLOOR,
                          Charts.POLICY_FLOOR_DISCOUNT,
                          Charts.POLICY_MAP,
                          Charts.POLICY_MAP_ADVANTAGE,
                          Charts.POLICY_MAP_CONTROL,
                          Charts.POLICY_MAP_VALUE),
                      ViewEntry.Above.DISCOUNT))
              .map(ViewEntry::known)
              .filter(view -> !view.charts().isEmpty())
              .toList());

  private Views() {}

  /// All of them that have a chart to show.
  public static Catalogue<ViewEntry> catalogue() {
    return CATALOGUE;
  }
}
