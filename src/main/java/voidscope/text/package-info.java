/// Numbers, durations and words as people read them.
@NullMarked
package voidscope.text;

import org.jspecify.annotations.NullMarked;
