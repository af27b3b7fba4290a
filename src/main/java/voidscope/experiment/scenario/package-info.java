/// What is run, and its file. A scenario with its seed and its events says everything about a run's
/// results; `ScenarioFileTest` and `ScenarioErrorTest` hold reading and writing.
@NullMarked
package voidscope.experiment.scenario;

import org.jspecify.annotations.NullMarked;
