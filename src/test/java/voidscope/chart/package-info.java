/// Tests of charts.
@NullMarked
package voidscope.chart;

import org.jspecify.annotations.NullMarked;
