/// The objectives. A toy comes with its θ₀ and, where known, exact expected loss, gradient and
/// optimum; a VAE with its data, its model and the gradients that lead from f back to the model.
/// None knows who estimates its gradient.
///
/// Held by `ProblemsTest`, and by `VaeTest` and `VaeEstimatorsTest` against a reference in double
/// precision and the enumerated gradient.
@NullMarked
package voidscope.problem;

import org.jspecify.annotations.NullMarked;
