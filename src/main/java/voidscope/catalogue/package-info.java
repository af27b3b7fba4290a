/// What can be chosen and what can be set: parameters, their values, and the ordered lists that
/// menus, scenario files, command-line options, tests and benchmarks are made from.
///
/// A parameter's value is always a `double` (a choice is its index, a flag 0 or 1): one kind of
/// value keeps events, sliders and files alike. A map of objects was rejected: every reader would
/// have to cast. Held by `SettingsTest`.
@NullMarked
package voidscope.catalogue;

import org.jspecify.annotations.NullMarked;
