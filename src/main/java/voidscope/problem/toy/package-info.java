/// Problems whose θ is what is trained, with exact expected loss, gradient and optimum. Held by
/// `ProblemsTest`.
@NullMarked
package voidscope.problem.toy;

import org.jspecify.annotations.NullMarked;
