/// The commands without a window: `run`, `export`, `moments`, `bound` and `list`, and what stands
/// in for the window where there is no display.
///
/// What cannot be done is refused before the first step. What has been computed is kept: a signal
/// ends a command at its next step, with its results saved. They call the same objects as the
/// window; numbers are written the same in every locale, JSON and CSV go to standard output or to
/// files, everything meant for people to standard error. Held by `CommandsTest`, `StopTest`,
/// `ResultsKeptTest` and, in a fresh JVM, `MainTest`.
@NullMarked
package voidscope.cli;

import org.jspecify.annotations.NullMarked;
