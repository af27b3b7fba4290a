/// Kernels on `float[]`: element-wise arithmetic, functions, reductions, dense layers, matrix
/// products, random fills, and the team of threads that splits them. The only package that knows
/// the vector API.
///
/// Kernels take arrays and write arrays, row-major from index 0, and allocate nothing. The same
/// call gives the same bits interpreted and compiled, on any number of threads, at any vector
/// width: our own polynomials, fused multiply-adds wherever a product is added, masks for what is
/// left over, sums over 16 virtual lanes in one fixed tree.
///
/// Rejected: the vector library's own transcendental functions and `reduceLanes`, whose bits change
/// when the compiler takes over; a native library, which these sizes do not need; operators or
/// kernels passed as values, which box.
///
/// Held by `KernelTest` (accuracy at odd sizes), `BitsTest` (cold against hot, 128 against 512
/// bits), `AllocationTest` (0 bytes a call in fresh JVMs) and `ThreadTeamTest`.
@NullMarked
package voidscope.simd;

import org.jspecify.annotations.NullMarked;
