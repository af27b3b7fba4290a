/// Figures in files.
///
/// They come from the same [voidscope.chart.figure.Figure] by JFreeChart's own renderers, onto a
/// bitmap or a small Java2D surface of ours with a PDF and an SVG behind it: no library gives text
/// in embedded fonts, the same bytes every time and a licence that suits, all three. What a figure
/// carries leads back to it; `ExportCommandTest` holds both. How figures are dressed, decision 23
/// tells.
@NullMarked
package voidscope.chart.export;

import org.jspecify.annotations.NullMarked;
