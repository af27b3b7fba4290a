/// Joins estimators to a problem and runs them.
///
/// Every estimator of a scenario is a contender of its own, with its own random streams and its own
/// step; nothing passes between them. So one may join late, run through the same events as the
/// others did and arrive at the same bits as if it had been there from the start. A recording of
/// results that depended on who else runs was rejected for that reason. `ExperimentTest` holds
/// equality at one and several threads, `DragReplayTest` that of a replay in a fresh JVM.
@NullMarked
package voidscope.experiment.run;

import org.jspecify.annotations.NullMarked;
