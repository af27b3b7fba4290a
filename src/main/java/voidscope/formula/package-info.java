/// The language in which a user writes an f of the sample: parsed, differentiated and run as flat
/// programs of kernels over whole rows.
///
/// A text is data. It names numbers, the sample and a fixed list of functions, and reaches no
/// class, file or clock. Its letters, its depth and its operations are bounded by number.
///
/// A [Graph] holds every expression once, so that a subexpression that value and derivative share
/// is computed once. The parser is our own (decision 25). Held by `FormulaTest` and
/// `FormulaErrorTest`.
@NullMarked
package voidscope.formula;

import org.jspecify.annotations.NullMarked;
