package voidscope.random;

/// Orders of the numbers 0 to count − 1, one for every epoch, in which any place can be asked for
/// alone: nothing is stored. A Feistel network of six rounds permutes the numbers below the next
/// power of four; those that are too great are permuted again.
///
/// @param key of the order
/// @param count numbers, from 1 to 2³⁰
public record Permutation(long key, int count) {
  private static final int ROUNDS = 6;

  /// The number at a place.
  ///
  /// @param epoch which order
  /// @param place from 0 to count − 1
  public int at(long epoch, int place) {
    int half = (Integer.SIZE + 1 - Integer.numberOfLeadingZeros(count - 1)) / 2;
    int mask = (1 << half) - 1;
    long epochKey = RandomStream.mix(key ^ RandomStream.mix(epoch));
    int at = place;
    do {
      int left = at >>> half;
      int right = at & mask;
      for (int round = 0; round < ROUNDS; round++) {
        int next = left ^ (int) (RandomStream.mix(epochKey + ((long) round << 32) + right) & mask);
        left = right;
        right = next;
      }
      at = left << half | right;
    } while (at >= count);
    return at;
  }
}
