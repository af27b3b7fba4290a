/// The catalogue of problems: the one place that names every kind.
@NullMarked
package voidscope.problem.catalogue;

import org.jspecify.annotations.NullMarked;
