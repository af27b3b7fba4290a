/// Colours, inks, typefaces and presets. Held by `PaletteTest`, `VariantsTest`, `OklchTest` and
/// `TypefaceTest`.
@NullMarked
package voidscope.chart.look;

import org.jspecify.annotations.NullMarked;
