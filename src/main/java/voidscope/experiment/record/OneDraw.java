package voidscope.experiment.record;

import java.util.List;
import java.util.Map;
import voidscope.estimator.EstimateFormula;
import voidscope.estimator.Term;
import voidscope.problem.Exhibit;

/// One draw of an estimate with every number that it is made of, by one coordinate of θ.
///
/// @param which of the draws it is
/// @param place the coordinate in words, and whose latent it is
/// @param coordinates how many there are, P
/// @param samples samples b and z of the estimate, K
/// @param columns numbers of the first of these samples, in the order in which they come about
/// @param factors numbers of the formula's pieces
/// @param terms what the estimate is the sum of; empty where it has one term only
/// @param values of the terms, without their signs
/// @param estimate ĝ
public record OneDraw(
    Which which,
    String place,
    int coordinates,
    int samples,
    List<Column> columns,
    Map<EstimateFormula.Factor, Float> factors,
    List<Term> terms,
    float[] values,
    float estimate)
    implements Exhibit {
  /// Copies columns and factors.
  public OneDraw {
    columns = List.copyOf(columns);
    factors = Map.copyOf(factors);
  }

  /// Which draw is wanted. The noise is a function of the run's seed and the number alone.
  ///
  /// @param number of the draw, from 1
  /// @param coordinate of θ, from 0; counted round where there are fewer
  public record Which(int number, int coordinate) implements Exhibit.Detail {}

  /// What comes about one after the other.
  public enum Stage {
    /// The noise of the free sample.
    NOISE("noise"),
    /// The free sample.
    SAMPLE("sample"),
    /// The sample that agrees with b.
    CONDITIONAL("given b"),
    /// Values of f and c.
    FUNCTION("functions"),
    /// The score.
    SCORE("score"),
    /// The terms of ĝ.
    TERM("terms"),
    /// ĝ itself.
    ESTIMATE("ĝ");

    private final String label;

    Stage(String label) {
      this.label = label;
    }

    /// Its name on the screen.
    public String label() {
      return label;
    }
  }

  /// Numbers of one kind.
  ///
  /// @param values by sample; NaN where a sample has none of its own
  public record Column(Stage stage, String symbol, double[] values) {}

  /// The stages that there are, in order.
  public List<Stage> stages() {
    return List.of(Stage.values()).stream()
        .filter(
            stage ->
                stage == Stage.ESTIMATE
                    || (stage == Stage.TERM
                        ? !terms.isEmpty()
                        : columns.stream().anyMatch(column -> column.stage() == stage)))
        .toList();
  }

  /// The stage in which a factor comes about.
  public static Stage stage(EstimateFormula.Factor factor) {
    return factor == EstimateFormula.Factor.SCORE ? Stage.SCORE : Stage.FUNCTION;
  }
}
