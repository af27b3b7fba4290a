package voidscope.problem.rl;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import voidscope.distribution.Bernoulli;
import voidscope.distribution.Pathwise;
import voidscope.distribution.Relaxable;
import voidscope.estimator.Estimator;
import voidscope.estimator.Shape;
import voidscope.network.Perceptron;
import voidscope.objective.Capability;
import voidscope.problem.Batch;
import voidscope.problem.Branches;
import voidscope.problem.Difference;
import voidscope.problem.Known;
import voidscope.problem.Model;
import voidscope.problem.Piecewise;
import voidscope.problem.Plane;
import voidscope.problem.Problem;
import voidscope.problem.Quantity;
import voidscope.problem.RowVariance;
import voidscope.problem.Space;
import voidscope.problem.Stage;
import voidscope.problem.Watch;
import voidscope.random.RandomStream;

/// A policy that is to earn much in a world: minus the expected return is minimised. A row is a
/// step of an episode, b its action, the context what is observed, f minus the return from there
/// on, Gₜ = Σ γᵏrₜ₊ₖ, which is recorded when the episode is over.
///
/// With γ < 1 the sum of the steps' estimates is the gradient of E Σ γᵗrₜ only where step t's
/// counts γᵗ; nearly everyone leaves that out, and follows no gradient of it (Nota and Thomas
/// 2020).
///
/// @param entry the world
/// @param policy how one acts in it
/// @param discount γ
/// @param weighted whether step t's estimate counts γᵗ
/// @param entropy β: −β times the entropy of every step's π joins what is minimised
/// @param handling how what the world shows and pays reaches the policy
/// @param clock whether the context of a row holds, behind what is observed, t/10 and θ
public record Task(
    WorldEntry entry,
    Policy policy,
    double discount,
    boolean weighted,
    double entropy,
    Handling handling,
    boolean clock)
    implements Problem, Model, Branches {
  private static final List<Quantity> FOLLOWED =
      List.of(
          new Quantity("return", Quantity.Source.BATCH, 0),
          new Quantity("mean return of 100 steps", Quantity.Source.RECENT, 0),
          new Quantity("running ln Var of the gradient", Quantity.Source.RUNNING_WEIGHTS, 0));

  /// Whose rows do not tell the time.
  public Task(
      WorldEntry entry,
      Policy policy,
      double discount,
      boolean weighted,
      double entropy,
      Handling handling) {
    this(entry, policy, discount, weighted, entropy, handling, false);
  }

  @Override
  public Task seenBy(Estimator estimator) {
    return new Task(entry, policy, discount, weighted, entropy, handling, estimator.clocked());
  }

  /// How a row's context is written.
  RowContext context() {
    return new RowContext(world().observations(), distribution().parameters(), clock);
  }

  /// Where what is learned without a gradient is kept.
  PolicyMemory memory() {
    return new PolicyMemory(policy.parameters(), world().observations(), handling.divergence());
  }

  /// How many numbers are trained: the policy's, and behind them what is learned without a
  /// gradient.
  @Override
  public int parameters() {
    int own = policy.parameters();
    return handling.remembers() ? own + PolicyMemory.size(world().observations()) : own;
  }

  World world() {
    return entry.maker().get();
  }

  @Override
  public Pathwise distribution() {
    return policy.distribution();
  }

  @Override
  public int coordinates() {
    return policy.parameters();
  }

  @Override
  public Set<Capability> offers() {
    return switch (policy.distribution()) {
      case Bernoulli _ -> Set.of(Capability.RETURNS, Capability.DISCRETE, Capability.BERNOULLI);
      case Relaxable _ -> Set.of(Capability.RETURNS, Capability.DISCRETE);
      default -> Set.of(Capability.RETURNS, Capability.CONTINUOUS);
    };
  }

  @Override
  public List<Quantity> quantities() {
    Exact exact = entry.exact();
    return exact == null ? FOLLOWED : Quantity.each(exact.symbols());
  }

  @Override
  public Model model() {
    return this;
  }

  @Override
  public @Nullable Known known() {
    Exact exact = entry.exact();
    return exact == null ? null : exact.known(discount);
  }

  @Override
  public String mismatch() {
    return discount < 1 && !weighted
        ? "with γ < 1 and no γᵗ in front of step t, estimates follow no gradient of E Σ γᵗrₜ"
        : "";
  }

  @Override
  public Branches branches() {
    return this;
  }

  @Override
  public Piecewise<List<RowVariance>> variance(
      float[] weights, @Nullable Perceptron critic, double[] discounts, RandomStream stream) {
    return new Branching(this, weights, critic, discounts, Branching.Size.USUAL, stream);
  }

  @Override
  public @Nullable Plane plane() {
    return world().plane();
  }

  @Override
  public Branches.Rows rows(Plane plane, int side) {
    return new PolicyPlane(this, plane, side);
  }

  @Override
  public Piecewise<Difference> difference(
      float[] weights, Plane plane, int side, int each, RandomStream stream) {
    return new ActionDifference(this, weights, plane, side, each, stream);
  }

  @Override
  public float[] initial(RandomStream stream) {
    float[] weights = new float[parameters()];
    policy.initialize(weights, stream);
    if (handling.remembers()) {
      memory().initialize(weights);
    }
    return weights;
  }

  @Override
  public int from(int site) {
    return site == 0 ? 0 : policy.parameters();
  }

  @Override
  public Shape shape(int site, int batch, int samples) {
    return new Shape(distribution(), world().limit() * batch, samples, context().width());
  }

  @Override
  public Batch batch(int batch, int samples, RandomStream data) {
    return new EpisodeBatch(this, batch, samples);
  }

  @Override
  public Watch watch() {
    return entry.exact() == null ? new FirstEpisode(this) : new Weights();
  }

  @Override
  public Stage stage() {
    return new WorldStage(this);
  }

  @Override
  public Space space() {
    return Space.BATCH;
  }

  /// Tells what is trained itself.
  private record Weights() implements Watch {
    @Override
    public void tell(float[] weights, long step, float[] out) {
      System.arraycopy(weights, 0, out, 0, out.length);
    }

    @Override
    public float loss(float[] told) {
      throw new IllegalStateException("the expected return is known");
    }
  }
}
