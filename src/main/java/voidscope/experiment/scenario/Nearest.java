package voidscope.experiment.scenario;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds the word that was probably meant.
final class Nearest {
  private Nearest() {}

  /// The known words in a row, the one that was probably meant pointed out.
  static String oneOf(Collection<String> known, String word) {
    String list = "one of " + String.join(", ", known);
    return find(known, word).map(near -> list + " (did you mean \"" + near + "\"?)").orElse(list);
  }

  /// The closest known word, if it is close: at most a third of its letters differ, be they small
  /// or not.
  static Optional<String> find(Collection<String> known, String word) {
    String small = word.toLowerCase(Locale.ROOT);
    return known.stream()
        .min(Comparator.comparingInt(candidate -> distance(candidate, small)))
        .filter(near -> distance(near, small) <= Math.max(1, near.length() / 3));
  }

  /// Levenshtein's distance, a swap of neighbours counting once.
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
