/// What is kept of a run, bounded whatever its length, and the immutable pictures that are shown of
/// it.
@NullMarked
package voidscope.experiment.record;

import org.jspecify.annotations.NullMarked;
