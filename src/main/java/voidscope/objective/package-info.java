/// What an estimator may ask of f, and what it gets back.
@NullMarked
package voidscope.objective;

import org.jspecify.annotations.NullMarked;
