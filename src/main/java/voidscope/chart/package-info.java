/// From a recording to a picture: figures, their live painting off the FX thread, and export.
///
/// A [voidscope.chart.Figure] is data; JFreeChart draws its axes and an own anti-aliased rasteriser
/// its lines, because stroking them through Java2D costs ten times as much. Streaming into a
/// `ChartCanvas` was rejected for the same reason.
///
/// Exported figures come from the same `Figure` by JFreeChart's own renderers, onto a bitmap or a
/// small Java2D surface of ours with a PDF and an SVG behind it: no library gives text in embedded
/// fonts, the same bytes every time and a licence that suits, all three. What a figure carries
/// leads back to it; `ExportCommandTest` holds both.
@NullMarked
package voidscope.chart;

import org.jspecify.annotations.NullMarked;
