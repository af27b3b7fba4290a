package voidscope.library;

import java.nio.file.Path;

/// A run in the library, which was whole when it was listed.
///
/// @param id its name in the library; later ones are greater
/// @param folder where its files are
/// @param note what is noted of it
/// @param bytes how much room it takes
/// @param pictured whether there is a picture of it
public record LibraryEntry(String id, Path folder, RunNote note, long bytes, boolean pictured) {}
