package voidscope.experiment.record;

import voidscope.problem.Exhibit;

/// Fresh samples of f(b) with what a control variate says of them, c(z̃), or c(b) where b is
/// continuous.
///
/// @param f by sample
/// @param c by sample
/// @param correlation of all of them; NaN where there is none
public record SurrogateScatter(float[] f, float[] c, double correlation) implements Exhibit {}
