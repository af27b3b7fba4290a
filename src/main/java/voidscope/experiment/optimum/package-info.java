/// Optimal surrogates: with a basis, E‖ĝ‖² is a quadratic form in the surrogate's coefficients, so
/// that the best surrogate is the solution of a linear system. All expectations are integrals in as
/// many dimensions as there are latents; nothing is sampled.
@NullMarked
package voidscope.experiment.optimum;

import org.jspecify.annotations.NullMarked;
