/// What is opened and saved, exports included.
@NullMarked
package voidscope.ui.file;

import org.jspecify.annotations.NullMarked;
