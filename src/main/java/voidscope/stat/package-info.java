/// Mergeable moments and quadrature, in double precision. commons-math3 stays behind the
/// signatures.
@NullMarked
package voidscope.stat;

import org.jspecify.annotations.NullMarked;
