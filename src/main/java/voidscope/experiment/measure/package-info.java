/// Measures gradients: fresh samples, exact moments, and what is drawn of them. Looking changes no
/// result, for it has noise of its own. `QuadratureTest`, `ExactMomentsTest` and `MeterTest` hold
/// it.
@NullMarked
package voidscope.experiment.measure;

import org.jspecify.annotations.NullMarked;
