package voidscope.catalogue;

import java.util.ArrayList;
import java.util.List;

/// The numbers by which settings hold files: each file gets one when it is first named, for as long
/// as the program runs. Callable from any thread.
final class FileNumbers {
  private static final List<String> FILES = new ArrayList<>();

  private FileNumbers() {}

  /// The number of a file.
  static synchronized int of(String file) {
    int known = FILES.indexOf(file);
    if (known >= 0) {
      return known;
    }
    FILES.add(file);
    return FILES.size() - 1;
  }

  /// How many have been given out.
  static synchronized int count() {
    return FILES.size();
  }

  /// The file of a number that has been given out.
  static synchronized String file(int number) {
    return FILES.get(number);
  }
}
