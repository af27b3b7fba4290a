/// Counter-based random numbers: a stream is a key, a number a function of key, step, slot and
/// element.
///
/// So a run replays from any step, two estimators can be given the same noise or different noise on
/// purpose, and results depend neither on threads nor on batches. The generator is Philox4x32-10,
/// which passes the published known-answer test and the usual batteries and vectorizes without a
/// state to carry.
///
/// Rejected: `SplittableRandom` and the `java.util.random` family (a sequential state, so the order
/// of drawing matters); a bare hash of key and counter (four times faster, but noise is under a
/// tenth of a step and untested generators are not worth it).
///
/// Held by `RandomTest`.
@NullMarked
package voidscope.random;

import org.jspecify.annotations.NullMarked;
