/// The runs that the program keeps by itself: where on this platform, how many, and what each was.
///
/// An entry is a folder of a few files, which appears and goes as a whole: it is written under
/// another name and moved. What is not whole is passed over with a word, and what the library has
/// not written it never removes. Two programs may use one library. `RunLibraryTest` and
/// `DamagedEntryTest` hold it.
@NullMarked
package voidscope.library;

import org.jspecify.annotations.NullMarked;
