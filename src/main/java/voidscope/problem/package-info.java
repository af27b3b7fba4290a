/// What is to be minimised, and how it is entered in the catalogue. None knows who estimates its
/// gradient.
@NullMarked
package voidscope.problem;

import org.jspecify.annotations.NullMarked;
