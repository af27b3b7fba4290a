/// Kernels on `float[]`: element-wise arithmetic, functions, reductions, dense layers, matrix
/// products, random fills, and what of it idle members of a team share ([SharedRange]). The only
/// package that knows the vector API.
///
/// Kernels take arrays and write arrays, row-major from index 0, and allocate nothing. The same
/// call gives the same bits interpreted and compiled, on any number of threads, at any vector
/// width: our own polynomials, fused multiply-adds wherever a product is added, sums over 16
/// virtual lanes in one fixed tree.
///
/// A public class takes what is shorter than a vector itself, in scalar code of the same bits, and
/// hands the rest to its kernel class. The kernels keep to rules that the compiler enforces by
/// boxing every vector of whoever breaks them: at most about 60 vector calls a kernel, helpers
/// included; one shape of register in all of them; the sum that a loop carries is an argument of a
/// vector call, never its receiver; constants are broadcast explicitly; no access leaves the
/// elements asked for, as the last vector overlaps the one before ([Lanes#store]); no kernel is
/// inlined anywhere ([Compilation]).
///
/// Rejected: the vector library's own transcendental functions and `reduceLanes`, whose bits change
/// when the compiler takes over; a native library, which these sizes do not need; operators or
/// kernels passed as values, which box; masked loads and stores at an array's end, whose checks eat
/// the inlining budget.
///
/// Held by `KernelsTest` and `ProductTest` (accuracy at odd sizes), `FreshBitsTest` (cold against
/// hot, 128 against 512 bits, 0 bytes a call in fresh JVMs) and `SharedRangeTest`.
@NullMarked
package voidscope.simd;

import org.jspecify.annotations.NullMarked;
