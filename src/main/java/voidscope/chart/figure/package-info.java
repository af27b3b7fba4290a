/// What a chart shows, as data: lines, axes, extents, ticks.
@NullMarked
package voidscope.chart.figure;

import org.jspecify.annotations.NullMarked;
