/// From a snapshot to the figures of every chart.
@NullMarked
package voidscope.chart.series;

import org.jspecify.annotations.NullMarked;
