/// Takes training steps: parameters, what an estimator learns, and the optimizers' memories.
@NullMarked
package voidscope.experiment.training;

import org.jspecify.annotations.NullMarked;
