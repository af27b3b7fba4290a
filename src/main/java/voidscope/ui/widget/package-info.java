/// What several parts of the window use: actions, styles, the theme, the frame ticker.
@NullMarked
package voidscope.ui.widget;

import org.jspecify.annotations.NullMarked;
