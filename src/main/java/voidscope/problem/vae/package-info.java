/// The discrete VAE: its data, its model, the gradients that lead from f back to the model, and
/// what is shown of it. Held by `VaeTest` and `VaeEstimatorsTest` against a reference in double
/// precision and the enumerated gradient.
@NullMarked
package voidscope.problem.vae;

import org.jspecify.annotations.NullMarked;
