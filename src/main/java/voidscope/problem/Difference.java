package voidscope.problem;

/// How much more one earns by one action than by another, over a [Plane], measured.
///
/// @param values row by row from the lowest
/// @param branches of each action in a cell
/// @param error the root mean square of the values' standard errors
public record Difference(double[] values, int branches, double error) {}
