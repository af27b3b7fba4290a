/// The objectives with their θ₀ and, where known, exact expected loss, gradient and optimum. None
/// knows who estimates its gradient.
@NullMarked
package voidscope.problem;

import org.jspecify.annotations.NullMarked;
