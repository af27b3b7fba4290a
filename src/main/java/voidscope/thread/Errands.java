package voidscope.thread;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Work that is done aside, on daemon threads. Whoever asks for it is told if it fails: no errand
/// ends without a word.
public final class Errands {
  private Errands() {}

  /// Begins an errand on a thread of its own.
  ///
  /// @param name of the thread
  /// @param failed told on that thread, in a sentence, why the work could not be done
  public static void begin(String name, Runnable work, Consumer<String> failed) {
    thread(
            name,
            () -> {
              try {
                work.run();
              } catch (RuntimeException | Error e) {
                failed.accept(sentence(e));
              }
            })
        .start();
  }

  /// A daemon thread that is not started yet, for work that sees to its own failures.
  public static Thread thread(String name, Runnable work) {
    return Thread.ofPlatform().daemon().name(name).unstarted(work);
  }

  /// Threads that share out errands.
  ///
  /// @param name of the threads, behind which stands their number
  public static ExecutorService pool(String name, int threads) {
    AtomicInteger number = new AtomicInteger();
    return Executors.newFixedThreadPool(
        threads, work -> thread(name + "-" + number.incrementAndGet(), work));
  }

  /// Has something made by someone else's threads.
  ///
  /// @return the thing, or why it could not be made
  public static <T> CompletableFuture<T> ask(Callable<T> work, Executor threads) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return work.call();
          } catch (Exception e) {
            throw new CompletionException(e);
          }
        },
        threads);
  }

  /// Waits for a thing that is made aside.
  ///
  /// @return the thing; throws what kept it from being made
  public static <T> T await(CompletableFuture<T> made) {
    try {
      return made.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /// A failure that nobody foresaw, in a sentence for people.
  public static String sentence(Throwable failure) {
    if (failure instanceof OutOfMemoryError) {
      return "There is too little memory for it: fewer replicates, a smaller batch or smaller"
          + " networks take less.";
    }
    String message = failure.getMessage();
    return "A fault of the program stopped it ("
        + failure.getClass().getSimpleName()
        + (message == null ? "" : ": " + message)
        + ").";
  }
}
