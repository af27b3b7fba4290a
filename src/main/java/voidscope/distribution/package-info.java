/// Distributions of b: sample from injected noise, score, relaxed paths and their derivatives.
///
/// Noise is always handed in and never drawn inside, so that quadrature can use the same code.
@NullMarked
package voidscope.distribution;

import org.jspecify.annotations.NullMarked;
