/// The commands without a window: `run`, `moments` and `list`, and what stands in for the window
/// where there is no display.
///
/// They call the same objects as the window; numbers are written the same in every locale, JSON and
/// CSV go to standard output or to files, everything meant for people to standard error. Held by
/// `CommandsTest` and, in a fresh JVM, `MainTest`.
@NullMarked
package voidscope.cli;

import org.jspecify.annotations.NullMarked;
