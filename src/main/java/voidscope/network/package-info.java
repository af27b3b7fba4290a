/// Small networks with value, tangent and reverse passes, and the optimizers that train them.
///
/// A surrogate's derivative along a direction is part of a gradient estimator, and the estimator's
/// own variance is differentiated in turn: so [Dual] gives the value with one tangent, and the
/// reverse of both by point, direction and parameters. Parameters, gradients and optimizer states
/// are spans of flat arrays of the caller's, so that a run can be copied, scrubbed and resumed as
/// an array.
///
/// Rejected: a general tape (allocation and dispatch on every operation, at steps of about a
/// microsecond); second derivatives by finite differences (noise in the very quantity the program
/// shows).
///
/// A network of few units works feature-major on [Mlp]'s own loops, a wide one row-major on the
/// matrix products ([Perceptron]): each would be several times slower at the other's size.
///
/// The gradient of wide layers is added up where the optimizer reads it ([OuterProducts],
/// [SharedOptimizer]). With Adam's root and division to do for every parameter that is worth 2 % on
/// one thread, a little more on two.
///
/// Held by `OuterProductsTest`, `NetworkTest` and, of wide ones, `VaeTest`: networks against finite
/// differences in double precision, optimizers against plain code.
@NullMarked
package voidscope.network;

import org.jspecify.annotations.NullMarked;
