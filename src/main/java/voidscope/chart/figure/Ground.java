package voidscope.chart.figure;

/// What lies under the lines of a figure and is none itself.
public sealed interface Ground permits HeatMap, Marginal {}
