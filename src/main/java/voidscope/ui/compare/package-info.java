/// The estimators beside one another, their formulas, and the help sheet.
@NullMarked
package voidscope.ui.compare;

import org.jspecify.annotations.NullMarked;
