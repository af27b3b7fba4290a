/// What the window is set to and what it has been told. The model pulls nothing from the run by
/// itself: [voidscope.ui.model.Transport] carries wanted values down and snapshots up, at most once
/// a frame. Binding each control to a property of its own was rejected: one revision number and a
/// cheap refresh of all rows cannot fall out of step. `WorkbenchModelTest` and `TransportTest` hold
/// it.
@NullMarked
package voidscope.ui.model;

import org.jspecify.annotations.NullMarked;
