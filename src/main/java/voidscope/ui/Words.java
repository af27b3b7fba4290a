package voidscope.ui;

import java.util.List;

/// Lists in prose.
final class Words {
  private Words() {}

  /// Such as `A, B and C`.
  static String list(List<String> items) {
    int last = items.size() - 1;
    return last < 1
        ? String.join("", items)
        : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
  }
}
