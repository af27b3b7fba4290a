package voidscope.chart.series;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import voidscope.catalogue.Catalogue;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.record.Track;
import voidscope.experiment.record.Wish;
import voidscope.problem.Quantity;

/// The catalogue of charts, in the order of the screen.
public final class Charts {
  /// Key of the chart of the parameters, or of what a problem follows in their place.
  public static final String THETA = "theta";

  /// Key of the chart of the variance of ĝ.
  public static final String VARIANCE = "variance";

  /// Key of the chart of the loss.
  public static final String LOSS = "loss";

  /// Key of the chart of the learned surrogate.
  public static final String SURROGATE = "surrogate";

  /// Key of the chart of the surrogates at the steps where they were pinned.
  public static final String PHASES = "phases";

  /// Key of the map of a surrogate.
  public static final String MAP = "map";

  /// Key of the map of the optimal surrogate.
  public static final String MAP_OPTIMUM = "map-optimum";

  /// Key of the map of f.
  public static final String MAP_OBJECTIVE = "map-f";

  /// Key of the map of how far a surrogate lies above the optimal one.
  public static final String MAP_DIFFERENCE = "map-difference";

  /// Key of the chart of the variance over what no surrogate can fall below.
  public static final String FLOOR = "floor";

  /// Key of the chart of c against f.
  public static final String SCATTER = "scatter";

  /// Key of the chart of the histogram of ĝ.
  public static final String GRADIENT = "gradient";

  /// Key of the chart of the terms of ĝ.
  public static final String TERMS = "terms";

  /// Key of the chart of the variance of the terms of ĝ.
  public static final String BALANCE = "balance";

  /// Key of the chart of the control variates.
  public static final String CONTROL = "control";

  /// Key of the chart of what episodes earn.
  public static final String RETURN = "return";

  /// Key of the chart of when episodes have solved a problem.
  public static final String SOLVED = "solved";

  /// Key of the chart of bias² + variance/N over λ.
  public static final String TRADE_OFF = "trade-off";

  /// Key of the chart of the variance over θ.
  public static final String VARIANCE_THETA = "variance-theta";

  /// Key of the chart of the signal-to-noise ratio over θ.
  public static final String SIGNAL_THETA = "snr-theta";

  /// Key of the chart of variance and time.
  public static final String PARETO = "pareto";

  /// Key of the chart of what the variance of a row's gradient consists of.
  public static final String POLICY_FLOOR = "policy-floor";

  /// Key of the chart of what c(s, a) can take away, over γ.
  public static final String POLICY_FLOOR_DISCOUNT = "policy-floor-discount";

  /// Key of the map of a policy.
  public static final String POLICY_MAP = "policy-map";

  /// Key of the map of a critic.
  public static final String POLICY_MAP_VALUE = "policy-map-value";

  /// Key of the map of a surrogate of actions.
  public static final String POLICY_MAP_CONTROL = "policy-map-c";

  /// Key of the map of what an action is worth beside another.
  public static final String POLICY_MAP_ADVANTAGE = "policy-map-advantage";

  /// Key of the pictures that the problem itself shows.
  public static final String IMAGES = "images";

  /// Key of the scenes of episodes.
  public static final String SCENE = "scene";

  private static final ChartEntry EPISODES =
      ChartEntry.of(
          SCENE,
          "Episodes",
          "An episode of each estimator, all from the same start, with π, G and c along it; as a"
              + " GIF or an animated PNG it is played.",
          Wish.Kind.EPISODE,
          (snapshot, view) -> nothing("Episodes"));

  private static final ChartEntry PICTURES =
      ChartEntry.of(
          IMAGES,
          "Images",
          "Held-back images, and each estimator's reconstructions of them and samples from the"
              + " prior.",
          Wish.Kind.OWN,
          (snapshot, view) -> nothing("Images"));

  private Charts() {}

  private static Figure nothing(String title) {
    Figure.Axis axis = Figure.Axis.fitting("");
    return new Figure(title, axis, axis, List.of(), List.of(), List.of());
  }

  /// Key of a term's lines, by its place among the terms.
  public static String term(int index) {
    return TermsChart.INKS.get(index);
  }

  /// Whose terms the charts take apart, if anybody shown has any.
  public static Optional<Track> ofTerms(Snapshot snapshot, ChartView view) {
    return TermsChart.chosen(snapshot, view);
  }

  /// What a chart can show instead of what it shows, by the number of the quantity; nothing where
  /// there is no choice.
  public static List<String> quantities(ChartEntry chart, Snapshot snapshot, ChartView view) {
    return switch (chart.key()) {
      case THETA -> snapshot.quantities().stream().map(Quantity::label).toList();
      case BALANCE -> BalanceChart.choices(snapshot, view);
      default -> List.of();
    };
  }

  /// All that can be exported of some run: the charts, and behind them the pictures, which are no
  /// chart on the screen.
  public static Catalogue<ChartEntry> exported() {
    return new Catalogue<>(
        "chart",
        Stream.concat(catalogue().entries().stream(), Stream.of(PICTURES, EPISODES)).toList());
  }

  /// What of it can be exported of a run.
  public static List<ChartEntry> exported(Snapshot snapshot) {
    return exported().entries().stream().filter(chart -> lack(chart, snapshot).isEmpty()).toList();
  }

  /// Why a run has nothing to show of something; empty if it has, or if it is a chart, which says
  /// so itself.
  public static String lack(ChartEntry chart, Snapshot snapshot) {
    return switch (chart.key()) {
      case IMAGES ->
          snapshot.images() == null ? "only a VAE learns images, and this run has none" : "";
      case SCENE -> RunAxis.episodes(snapshot) ? "" : "this run's rows are no steps of episodes";
      default -> "";
    };
  }

  /// Those that equal scenarios draw alike, byte for byte: all but that of the time a step takes.
  public static List<ChartEntry> repeatable() {
    return catalogue().entries().stream().filter(chart -> !chart.key().equals(PARETO)).toList();
  }

  /// All of them.
  public static Catalogue<ChartEntry> catalogue() {
    return All.CATALOGUE;
  }

  /// Made once, when it is first asked for.
  private static final class All {
    static final Catalogue<ChartEntry> CATALOGUE = make();
  }

  private static Catalogue<ChartEntry> make() {
    return new Catalogue<>(
        "chart",
        List.of(
            ChartEntry.of(
                THETA,
                "Parameters θ",
                "Where each estimator has taken the logits, with the optimum.",
                true,
                ThetaChart::draw),
            ChartEntry.of(
                VARIANCE,
                "Variance of ĝ",
                "The gradient's measured variance, with its exact value.",
                true,
                VarianceChart::draw),
            ChartEntry.of(
                LOSS,
                "Expected loss",
                "Exact expected loss at each estimator's θ, with the optimum.",
                true,
                LossChart::draw),
            ChartEntry.of(
                SURROGATE,
                "Surrogate",
                "The learned surrogate beside f at hard and at relaxed samples; at the foot fresh"
                    + " samples and their density.",
                Wish.Kind.SURROGATE,
                SurrogateChart::draw),
            ChartEntry.of(
                PHASES,
                "Phases of c",
                "One surrogate at the steps where it was pinned, and as it is now.",
                Wish.Kind.SURROGATE,
                PhasesChart::draw),
            ChartEntry.of(
                FLOOR,
                "Variance and its floor",
                "The gradient's variance over what the optimal surrogate leaves.",
                true,
                VarianceChart::overFloor),
            ChartEntry.of(
                SCATTER,
                "c against f",
                "Fresh samples of each surrogate against f, with their correlation.",
                Wish.Kind.SCATTER,
                ScatterChart::draw),
            ChartEntry.of(
                MAP,
                "Map of c",
                "One surrogate over two latents, or over the simplex of three classes.",
                Wish.Kind.MAP,
                MapChart.SURROGATE::draw),
            ChartEntry.of(
                MAP_OPTIMUM,
                "Map of c*",
                "The optimal surrogate over two latents.",
                Wish.Kind.MAP,
                MapChart.OPTIMUM::draw),
            ChartEntry.of(
                MAP_OBJECTIVE,
                "Map of f",
                "f of the relaxed sample, or of b where f has no derivative, over two latents or"
                    + " over the simplex of three classes.",
                Wish.Kind.MAP,
                MapChart.OBJECTIVE::draw),
            ChartEntry.of(
                MAP_DIFFERENCE,
                "Map of c − c*",
                "How far one surrogate lies above the optimal one, over two latents.",
                Wish.Kind.MAP,
                MapChart.DIFFERENCE::draw),
            ChartEntry.of(
                GRADIENT,
                "Histogram of ĝ",
                "Fresh estimates ĝ of each estimator at its θ, with the exact gradient of that in"
                    + " focus.",
                Wish.Kind.GRADIENT,
                new Histograms(GradientChart::draw)),
            ChartEntry.of(
                TERMS,
                "Terms of ĝ",
                "What the gradient of the estimator in focus is the sum of.",
                Wish.Kind.GRADIENT,
                new Histograms(TermsChart::draw)),
            ChartEntry.of(
                BALANCE,
                "Variance of the terms",
                "The measured variance of the score part and of the path part of ĝ of the estimator"
                    + " in focus, or of each of its terms, beside that of ĝ.",
                true,
                BalanceChart::draw),
            ChartEntry.of(
                CONTROL,
                "Control variates",
                "What is left of the variance, measured, and predicted by the correlation.",
                true,
                ControlChart::draw),
            ChartEntry.of(
                RETURN,
                "Return",
                "What episodes earn, with the mean of the last 100 and the level that counts as"
                    + " solved.",
                true,
                ReturnChart::draw),
            ChartEntry.of(
                SOLVED,
                "Solved",
                "The share of replicates that have solved the problem.",
                true,
                SolvedChart::draw),
            ChartEntry.of(
                TRADE_OFF,
                "Bias² + variance/N",
                "The squared error of the mean of N estimates over λ, with the best λ.",
                Wish.Kind.SWEEP,
                TradeOffChart::draw),
            ChartEntry.of(
                VARIANCE_THETA,
                "Variance of ĝ over θ",
                "The variance of ĝ at other values of θ, exact or measured.",
                Wish.Kind.SWEEP,
                ThetaSweepChart::variance),
            ChartEntry.of(
                SIGNAL_THETA,
                "Signal-to-noise of ĝ over θ",
                "The exact gradient in units of the deviation of ĝ at other values of θ.",
                Wish.Kind.SWEEP,
                ThetaSweepChart::signalToNoise),
            ChartEntry.of(
                PARETO,
                "Variance and time of a step",
                "The variance of ĝ against the compute time of a step, and who is never beaten.",
                Wish.Kind.SWEEP,
                ParetoChart::draw),
            ChartEntry.of(
                POLICY_FLOOR,
                "The floor",
                "What the variance of a row's policy gradient consists of, by branching the world:"
                    + " what no control variate takes away, what c(s, a) can, and what a baseline"
                    + " lacks.",
                Wish.Kind.POLICY_FLOOR,
                PolicyFloorChart::bars),
            ChartEntry.of(
                POLICY_FLOOR_DISCOUNT,
                "What c can take away",
                "The share of a row's variance beside a perfect V that c(s, a) can take away, over"
                    + " γ.",
                Wish.Kind.POLICY_FLOOR,
                PolicyFloorChart::share),
            ChartEntry.of(
                POLICY_MAP,
                "Map of the policy",
                "The probability of action 1, or the mean of a real action, over the pole's angle"
                    + " and angular velocity.",
                Wish.Kind.POLICY_MAP,
                PolicyMapChart.POLICY::draw),
            ChartEntry.of(
                POLICY_MAP_VALUE,
                "Map of V",
                "The return that a critic expects, over the pole's angle and angular velocity.",
                Wish.Kind.POLICY_MAP,
                PolicyMapChart.VALUE::draw),
            ChartEntry.of(
                POLICY_MAP_CONTROL,
                "Map of c of the actions",
                "How much more return a surrogate tells of one action than of the other: c stands"
                    + " for minus the return.",
                Wish.Kind.POLICY_MAP,
                PolicyMapChart.CONTROL::draw),
            ChartEntry.of(
                POLICY_MAP_ADVANTAGE,
                "Map of the true ΔQ",
                "How much more return one action brings than the other, by branching the world.",
                Wish.Kind.POLICY_MAP,
                PolicyMapChart.ADVANTAGE::draw)));
  }
}
