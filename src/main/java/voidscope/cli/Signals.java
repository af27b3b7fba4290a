package voidscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What asks a command to end before its time: SIGINT (Ctrl + C), SIGTERM, SIGHUP. The first only
/// raises a flag, which the command reads at the end of each step; a second ends the program at
/// once. Callable from any thread.
public final class Signals implements BooleanSupplier {
  /// A signal that is listened to.
  enum Kind {
    HUP(Exit.HANGUP),
    INT(Exit.INTERRUPTED),
    TERM(Exit.TERMINATED);

    private final int exit;

    Kind(int exit) {
      this.exit = exit;
    }

    /// What a program exits with that it has ended.
    int exit() {
      return exit;
    }

    /// Such as `SIGINT`.
    String label() {
      return "SIG" + name();
    }
  }

  /// Ends listening.
  interface Listening extends AutoCloseable {
    @Override
    void close();
  }

  private final AtomicReference<@Nullable Kind> caught = new AtomicReference<>();

  /// Listens until that is closed. Signals that the system does not know are passed over.
  ///
  /// @param told of the first, on a thread of the system's
  Listening listen(Consumer<Kind> told) {
    List<Runnable> undo = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      Runnable former = SystemSignals.handle(kind.name(), () -> catching(kind, told));
      if (former != null) {
        undo.add(former);
      }
    }
    return () -> undo.forEach(Runnable::run);
  }

  private void catching(Kind kind, Consumer<Kind> told) {
    if (!raise(kind)) {
      Runtime.getRuntime().halt(kind.exit());
    }
    told.accept(kind);
  }

  /// Asks the command to end, as a signal does.
  ///
  /// @return whether it is the first
  boolean raise(Kind kind) {
    return caught.compareAndSet(null, kind);
  }

  /// The first that came, or null.
  @Nullable Kind caught() {
    return caught.get();
  }

  /// Whether the command is to end.
  @Override
  public boolean getAsBoolean() {
    return caught.get() != null;
  }
}
