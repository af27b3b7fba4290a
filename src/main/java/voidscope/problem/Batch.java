package voidscope.problem;

import org.jspecify.annotations.Nullable;
import voidscope.distribution.Draw;
import voidscope.network.OuterProducts;
import voidscope.objective.Objective;
import voidscope.random.RandomStream;

/// A batch on its way through a [Model]: θ of its rows, f at what is drawn, the gradient of what is
/// trained. The order is [#begin], then any number of times [#start] and, site after site, all rows
/// that are [#ready], what is wanted of [#objective], [#reverse] and [#direct]. Scratch of one
/// thread; allocates nothing once made.
public interface Batch {
  /// Has large products of the gradient kept from now on, where there are such, instead of added to
  /// what [#reverse] and [#direct] are given. A batch of episodes keeps none: [#along] reads them.
  default void keep(OuterProducts products) {}

  /// Takes what is trained and which data a step learns.
  ///
  /// @param weights W numbers, kept until the next call
  /// @param step steps done before it
  void begin(float[] weights, long step);

  /// Begins the same rows anew, to draw for them once more.
  ///
  /// @param world of chance outside of the latents, such as that of an environment
  /// @param step and `sample` which part of it
  default void start(RandomStream world, long step, int sample) {}

  /// How many rows of a site have their θ, so that they can be drawn. Rows may come one by one,
  /// each after the one before it has been drawn: that is acted on here.
  ///
  /// @param drawn rows that have been drawn, 0 at first
  /// @return as many where there are no more
  int ready(int site, int drawn);

  /// The draw of a site: of all rows that it may have, and once all are drawn of those that it has.
  Draw draw(int site);

  /// f of a site's draw.
  Objective objective(int site);

  /// Sets the temperature at which a site is relaxed behind a relaxed one.
  default void temperature(int site, float logarithm) {}

  /// Adds the gradient of what is trained that a site's estimate gives.
  ///
  /// @param g the estimate ∂E f/∂θ, N×P
  /// @param gradient W values, or only those that put out θ; added to
  void reverse(int site, float[] g, float[] gradient);

  /// Adds the gradient that no estimate gives, after a site's [#reverse]: of what f itself depends
  /// on, at the b at which it was asked last, and of what joins E f, such as an entropy.
  ///
  /// @param gradient W values, added to
  default void direct(int site, float[] gradient) {}

  /// ∂‖G‖²/∂ĝ of a gradient G of what is trained, 2·J·G, with what [#reverse] weighs rows by; only
  /// of a batch that is one or more episodes.
  ///
  /// @param gradient G, W values
  /// @param r N×P, overwritten
  /// @throws UnsupportedOperationException if rows are no steps of episodes
  default void along(int site, float[] gradient, float[] r) {
    throw new UnsupportedOperationException("no episode");
  }

  /// Takes in, after a step of what is trained, what is learned without a gradient, such as moments
  /// of what is observed.
  ///
  /// @param weights W numbers after the step
  default void learn(float[] weights) {}

  /// What the learning rate of what is trained is multiplied by, which [#learn] may change.
  ///
  /// @param weights W numbers
  default float rate(float[] weights) {
    return 1;
  }

  /// The quantities of [Quantity.Source#BATCH], in their order, of what was drawn last.
  ///
  /// @param out one each, overwritten
  default void tell(float[] out) {}

  /// The return, undiscounted, of what was drawn last: the mean over its episodes. NaN where rows
  /// are no steps of one.
  default double earned() {
    return Double.NaN;
  }

  /// Writes down the first episode of what was drawn last; nothing where rows are no steps of one.
  ///
  /// @param control the control variate of each row, or null where there is none
  /// @param baseline what is taken off f of each row, or null where there is none
  default void note(float @Nullable [] control, float @Nullable [] baseline, EpisodeNote to) {}

  /// The mean of f over the batch at what was drawn first.
  float loss();
}
