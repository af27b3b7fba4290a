/// The gradient estimators with their control variates. None knows which problem it serves.
///
/// An estimator is an immutable description; what it learns is a [voidscope.estimator.State] (one
/// flat array) and its scratch a [voidscope.estimator.Pass] that one thread owns. A second, fused
/// implementation for one latent was rejected: what the window draws, the benchmark times and the
/// quadrature integrates must be one object. `ConformanceTest` holds every entry of the catalogue.
@NullMarked
package voidscope.estimator;

import org.jspecify.annotations.NullMarked;
