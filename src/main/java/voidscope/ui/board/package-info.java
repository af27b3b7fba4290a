/// The charts of a view.
@NullMarked
package voidscope.ui.board;

import org.jspecify.annotations.NullMarked;
