/// Figures on the screen: painted off the FX thread, moved and read by the mouse.
@NullMarked
package voidscope.chart.live;

import org.jspecify.annotations.NullMarked;
