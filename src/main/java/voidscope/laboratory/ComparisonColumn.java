package voidscope.laboratory;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import voidscope.objective.Capability;
import voidscope.text.Count;
import voidscope.text.Decimals;

/// One column of the comparison of the estimators.
///
/// @param group what it has in common with its neighbours, or empty
/// @param head its title within the group
/// @param sentence what it says, in one sentence
/// @param kind how its values read
/// @param live whether it is measured in the run, and not known beforehand
/// @param value of an estimator: 1 and 0 for yes and no; NaN if unknown
public record ComparisonColumn(
    String group,
    String head,
    String sentence,
    Kind kind,
    boolean live,
    ToDoubleFunction<Comparison.Subject> value) {
  private static final String USABLE = "usable when";
  private static final String NEEDS = "needs";
  private static final String TAKES = "takes";
  private static final String MEASURED = "measured now";
  private static final String UNKNOWN = "–";

  /// A variance of less than this share of REINFORCE's is called low.
  private static final double LOW = 0.5;

  private static final List<ComparisonColumn> ALL =
      List.of(
          fixed(
              "",
              "unbiased",
              "E ĝ is the exact gradient.",
              Kind.BIAS,
              entrant -> entrant.entry().unbiased()),
          new ComparisonColumn(
              "",
              "low variance",
              "The measured variance is less than half of REINFORCE's.",
              Kind.TICK,
              true,
              ComparisonColumn::low),
          fixed(
              USABLE,
              "f is unknown",
              "f need only be evaluated: a black box will do.",
              Kind.TICK,
              entrant ->
                  !entrant.requires(Capability.DERIVATIVE)
                      && !entrant.requires(Capability.EXACT_GRADIENT)),
          fixed(
              USABLE,
              "b is discrete",
              "It estimates for Bernoulli and categorical b.",
              Kind.TICK,
              entrant -> !entrant.requires(Capability.CONTINUOUS)),
          fixed(
              USABLE,
              "b is continuous",
              "It estimates for Gaussian b.",
              Kind.TICK,
              entrant -> !entrant.requires(Capability.DISCRETE)),
          fixed(
              NEEDS,
              "f′",
              "It evaluates the derivative of f.",
              Kind.NEED,
              entrant -> entrant.requires(Capability.DERIVATIVE)),
          fixed(
              NEEDS,
              "relaxed z",
              "It draws relaxed samples z of a discrete b.",
              Kind.NEED,
              entrant -> entrant.estimator().relaxes()),
          new ComparisonColumn(
              TAKES,
              "f\u00a0/\u00a0ĝ",
              "Evaluations of f for one estimate ĝ at its present settings, all its samples and"
                  + " relaxed ones included.",
              Kind.COUNT,
              false,
              entrant -> entrant.estimator().evaluations()),
          new ComparisonColumn(
              TAKES,
              "learned φ",
              "Free parameters φ that it learns beside θ.",
              Kind.COUNT,
              true,
              Comparison.Subject::parameters),
          new ComparisonColumn(
              MEASURED,
              "Var\u00a0ĝ",
              "Variance of one estimate ĝ, be it of one sample, of a pair or of K samples, each"
                  + " estimator at its own θ.",
              Kind.SCIENTIFIC,
              true,
              Comparison.Subject::variance),
          new ComparisonColumn(
              MEASURED,
              "× REINFORCE",
              "That variance in units of REINFORCE's.",
              Kind.RATIO,
              true,
              Comparison.Subject::ratio),
          new ComparisonColumn(
              MEASURED,
              "time a step",
              "Compute time of one training step, measurements left out.",
              Kind.SECONDS,
              true,
              Comparison.Subject::seconds),
          new ComparisonColumn(
              MEASURED,
              "MSE in\u00a01\u00a0s",
              "Mean square error of ĝ averaged over a second of training, bias² + Var ĝ/(estimates"
                  + " a second); less is better. Unknown where a bias does not show.",
              Kind.SCIENTIFIC,
              true,
              Comparison.Subject::squareError));

  /// How values read.
  public enum Kind {
    /// A tick, or a dash.
    TICK,
    /// A tick, or `biased`.
    BIAS,
    /// A word, or nothing.
    NEED,
    /// A whole number.
    COUNT,
    /// A number with a power of ten.
    SCIENTIFIC,
    /// A number with a power of ten only where it is far from one.
    RATIO,
    /// A time in units that suit it.
    SECONDS
  }

  /// All of them, in the order of the screen.
  public static List<ComparisonColumn> all() {
    return ALL;
  }

  private static ComparisonColumn fixed(
      String group, String head, String sentence, Kind kind, Predicate<Comparison.Subject> holds) {
    return new ComparisonColumn(group, head, sentence, kind, false, e -> holds.test(e) ? 1 : 0);
  }

  private static double low(Comparison.Subject entrant) {
    double ratio = entrant.exact() ? 0 : entrant.ratio();
    return Double.isNaN(ratio) ? Double.NaN : ratio < LOW ? 1 : 0;
  }

  /// Its title where there are no groups.
  public String title() {
    String text = head.replace('\u00a0', ' ');
    return group.isEmpty() || group.equals(MEASURED) ? text : group + " " + text;
  }

  /// Its title in two short lines.
  public String folded() {
    int space = head.lastIndexOf(' ');
    return space < 0 ? head : head.substring(0, space) + "\n" + head.substring(space + 1);
  }

  /// Whether a note, where a row has one, stands in its place: it is one of those at the end that
  /// are measured.
  public boolean noted() {
    return live && !group.isEmpty();
  }

  /// Whether its values are numbers.
  public boolean number() {
    return switch (kind) {
      case TICK, BIAS, NEED -> false;
      case COUNT, SCIENTIFIC, RATIO, SECONDS -> true;
    };
  }

  /// A value as the screen shows it.
  public String shown(double value) {
    if (Double.isNaN(value)) {
      return UNKNOWN;
    }
    return switch (kind) {
      case TICK -> value == 0 ? UNKNOWN : "✓";
      case BIAS -> value == 0 ? "biased" : "✓";
      case NEED -> value == 0 ? "" : "yes";
      case COUNT -> Count.grouped((long) value);
      case SCIENTIFIC -> Decimals.scientific(value);
      case RATIO -> Decimals.ratio(value);
      case SECONDS -> Decimals.seconds(value);
    };
  }

  /// A value as a spreadsheet reads it.
  public String plain(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    return number() ? Double.toString(value) : value == 0 ? "no" : "yes";
  }
}
