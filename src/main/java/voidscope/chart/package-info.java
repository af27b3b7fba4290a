/// From a recording to a picture: figures, their live painting off the FX thread, and export.
///
/// A [voidscope.chart.Figure] is data; JFreeChart draws its axes and an own anti-aliased rasteriser
/// its lines, because stroking them through Java2D costs ten times as much. Streaming into a
/// `ChartCanvas` was rejected for the same reason.
@NullMarked
package voidscope.chart;

import org.jspecify.annotations.NullMarked;
