package voidscope.library;

import java.util.List;

/// What is in the library.
///
/// @param entries the runs that are whole, newest first
/// @param remarks what was passed over and why, a sentence each, such as `passed over 20260131-…:
///   run.checkpoint: expected 4711 bytes, found 17`
public record Listing(List<LibraryEntry> entries, List<String> remarks) {
  /// Copies the lists.
  public Listing {
    entries = List.copyOf(entries);
    remarks = List.copyOf(remarks);
  }
}
