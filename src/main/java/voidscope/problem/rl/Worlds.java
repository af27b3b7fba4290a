package voidscope.problem.rl;

import java.util.List;
import voidscope.catalogue.Catalogue;

/// The catalogue of worlds, in the order of menus.
public final class Worlds {
  private Worlds() {}

  /// All of them.
  public static Catalogue<WorldEntry> catalogue() {
    return All.CATALOGUE;
  }

  /// Made once, when it is first asked for.
  private static final class All {
    static final Catalogue<WorldEntry> CATALOGUE = make();
  }

  private static Catalogue<WorldEntry> make() {
    return new Catalogue<>(
        "world",
        List.of(
            new WorldEntry(
                "cartpole",
                "CartPole",
                "A pole on a cart is kept upright by pushes to the left and right, 200 steps long.",
                () -> new CartPole(200, 195),
                null),
            new WorldEntry(
                "cartpole-500",
                "CartPole, 500 steps",
                "A pole on a cart is kept upright by pushes to the left and right, 500 steps long.",
                () -> new CartPole(500, 475),
                null),
            new WorldEntry(
                "pendulum",
                "Inverted pendulum",
                "A pole on a cart is kept upright by a force of any strength, 1000 steps long.",
                InvertedPendulum::new,
                null),
            new WorldEntry(
                "mdp",
                "Two-state MDP",
                "Two states, two actions, three steps and a table as policy: all of it is known.",
                TwoStates::new,
                new TwoStatesExact()),
            new WorldEntry(
                "linear-quadratic",
                "Linear-quadratic",
                "A point that a linear Gaussian policy takes to 0 in three steps: all is known.",
                LinearQuadratic::new,
                new LinearQuadraticExact())));
  }
}
