/// What a run without a window finds, and how it is written down.
@NullMarked
package voidscope.laboratory;

import org.jspecify.annotations.NullMarked;
