package voidscope.thread;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Holds what has been asked and not yet been taken, as one immutable letter: a newer one is merged
/// into it. Callable from any thread; nothing is lost between a merge and the taking.
public final class Mailbox<T> {
  private final AtomicReference<@Nullable T> letter = new AtomicReference<>();
  private final BinaryOperator<T> merge;

  /// @param merge what an older and a newer letter come to; may be called again where two threads
  ///   write at once, and must have no effects
  public Mailbox(BinaryOperator<T> merge) {
    this.merge = merge;
  }

  /// Adds a letter.
  public void put(T newer) {
    T older;
    T both;
    do {
      older = letter.get();
      both = older == null ? newer : merge.apply(older, newer);
    } while (!letter.compareAndSet(older, both));
  }

  /// Takes what is there, or null.
  public @Nullable T take() {
    return letter.getAndSet(null);
  }

  /// Whether there is something of a kind.
  public boolean holds(Predicate<T> kind) {
    T now = letter.get();
    return now != null && kind.test(now);
  }
}
