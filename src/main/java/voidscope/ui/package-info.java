/// The window: FXML holds the layout, controllers bind, and [voidscope.ui.model.WorkbenchModel]
/// decides without ever seeing a control. Every control is made from the catalogues, so a new
/// parameter needs no line here. `WorkbenchTest` holds it.
@NullMarked
package voidscope.ui;

import org.jspecify.annotations.NullMarked;
