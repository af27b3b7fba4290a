/// What a live and an exported figure have in common: frame, axes, header, captions.
///
/// JFreeChart draws the axes and an own anti-aliased rasteriser the live lines, because stroking
/// them through Java2D costs ten times as much. Streaming into a `ChartCanvas` was rejected for the
/// same reason.
@NullMarked
package voidscope.chart.draw;

import org.jspecify.annotations.NullMarked;
