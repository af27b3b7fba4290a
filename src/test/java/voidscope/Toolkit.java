package voidscope;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Runs tests' work on the FX thread, with or without a display.
public final class Toolkit {
  private static final long SECONDS = 30;
  private static final int PATIENCE = 1200;

  private Toolkit() {}

  /// Starts JavaFX unless it runs already.
  public static void start() {
    var started = new CountDownLatch(1);
    try {
      Platform.startup(started::countDown);
      Platform.setImplicitExit(false);
      if (!started.await(SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("JavaFX did not start in " + SECONDS + " s");
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (IllegalStateException alreadyRunning) {
      Platform.setImplicitExit(false);
    }
  }

  /// What `work` gives on the FX thread; what it throws comes out as the cause of an error.
  public static <T> T onFx(Callable<T> work) {
    start();
    var task = new FutureTask<>(work);
    if (Platform.isFxApplicationThread()) {
      task.run();
    } else {
      Platform.runLater(task);
    }
    try {
      return task.get(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (TimeoutException e) {
      throw new AssertionError("the FX thread did not answer in " + SECONDS + " s", e);
    } catch (ExecutionException e) {
      throw new AssertionError("failed on the FX thread: " + e.getCause(), e.getCause());
    }
  }

  /// Runs `work` on the FX thread and waits for its end.
  public static void runFx(Runnable work) {
    onFx(
        () -> {
          work.run();
          return true;
        });
  }

  /// Lets that many frames pass.
  public static void pulses(int count) {
    pulses(count, () -> {});
  }

  /// Lets that many frames pass and does `each` on the FX thread in every one.
  public static void pulses(int count, Runnable each) {
    var left = new CountDownLatch(count);
    AnimationTimer timer =
        onFx(
            () -> {
              var made =
                  new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                      each.run();
                      left.countDown();
                    }
                  };
              made.start();
              Platform.requestNextPulse();
              return made;
            });
    try {
      if (!left.await(SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(left.getCount() + " of " + count + " frames did not come");
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    } finally {
      runFx(timer::stop);
    }
  }

  /// Lets frames pass until something holds.
  ///
  /// @throws AssertionError if it does not after some twenty seconds
  public static void until(BooleanSupplier condition) {
    for (int i = 0; i < PATIENCE; i++) {
      if (condition.getAsBoolean()) {
        return;
      }
      pulses(1);
    }
    throw new AssertionError("it has not come about in " + PATIENCE + " frames");
  }

  private static AssertionError interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new AssertionError("interrupted", e);
  }
}
