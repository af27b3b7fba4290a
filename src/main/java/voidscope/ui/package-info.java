/// The window: view model, controllers, the frame ticker.
///
/// FXML holds the layout, controllers bind, and [voidscope.ui.WorkbenchModel] decides without ever
/// seeing a control. Every control is made from the catalogues, so a new parameter needs no line
/// here. The model pulls nothing from the run by itself: [voidscope.ui.Transport] carries wanted
/// values down and snapshots up, at most once a frame. Binding each control to a property of its
/// own was rejected: one revision number and a cheap refresh of all rows cannot fall out of step.
/// `WorkbenchTest`, `WorkbenchModelTest` and `TransportTest` hold it.
@NullMarked
package voidscope.ui;

import org.jspecify.annotations.NullMarked;
