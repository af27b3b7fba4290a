package voidscope.chart.series;

import voidscope.experiment.record.Snapshot;

/// Another run that is laid under the present one in every chart.
///
/// @param name what charts and tables call it
/// @param snapshot what is known of it
public record Baseline(String name, Snapshot snapshot) {}
