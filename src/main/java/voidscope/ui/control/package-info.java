/// The column of values that can be set.
@NullMarked
package voidscope.ui.control;

import org.jspecify.annotations.NullMarked;
