package voidscope.problem;

/// Two observed numbers of a world over which maps are drawn, the others being 0. The world's state
/// consists of what is observed, in the same order.
///
/// @param across which number lies across, and `up` which upwards
/// @param reachAcross how far from 0 it is drawn, and `reachUp` the other
/// @param acrossLabel what it is called, unit included, and `upLabel` the other
public record Plane(
    int across, int up, double reachAcross, double reachUp, String acrossLabel, String upLabel) {}
