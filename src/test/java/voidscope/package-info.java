/// What tests of several rooms share.
@NullMarked
package voidscope;

import org.jspecify.annotations.NullMarked;
