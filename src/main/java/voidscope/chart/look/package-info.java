/// Colours, inks, typefaces and presets. Held by `PaletteTest` and `TypefaceTest`.
@NullMarked
package voidscope.chart.look;

import org.jspecify.annotations.NullMarked;
