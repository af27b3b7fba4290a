package voidscope.ui.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import voidscope.library.Preferences;
import voidscope.library.UserPlace;
import voidscope.thread.Errands;
import voidscope.ui.model.Message;
import voidscope.ui.model.Messages;

/// The user's preferences and recent files, and keeps them when they change; where they cannot be
/// kept, that is told once. For the window's thread, which waits for the disk only at the end.
public final class PreferenceDesk {
  private static final long PATIENCE_SECONDS = 5;

  private final @Nullable UserPlace place;
  private final Messages messages;
  private final ExecutorService keeper = Errands.pool("preferences", 1);
  private Preferences preferences;
  private boolean told;

  /// @param home what was found
  public PreferenceDesk(Home home, Messages messages) {
    this.place = home.place();
    this.messages = messages;
    this.preferences = home.found().preferences();
    home.found().remark().ifPresent(why -> messages.tell(Message.failure("Preferences", why)));
  }

  /// What holds.
  public Preferences preferences() {
    return preferences;
  }

  /// Changes them.
  public void change(UnaryOperator<Preferences> change) {
    Preferences next = change.apply(preferences);
    UserPlace to = place;
    if (!next.equals(preferences) && to != null) {
      begin(() -> to.preferences().write(next));
    }
    preferences = next;
  }

  /// Notes that a file was opened or saved; from any thread.
  public void used(Path file) {
    UserPlace to = place;
    if (to != null) {
      begin(() -> to.recent().add(file));
    }
  }

  /// Asks for the files used last.
  ///
  /// @param told on the window's thread; none where there is no place for such a list
  public void recent(Consumer<List<Path>> told) {
    UserPlace from = place;
    if (from == null) {
      told.accept(List.of());
      return;
    }
    begin(
        () -> {
          List<Path> files = from.recent().read();
          Platform.runLater(() -> told.accept(files));
        });
  }

  /// Work at the disk.
  private interface Work {
    void run() throws IOException;
  }

  private void begin(Work work) {
    try {
      keeper.execute(
          () -> {
            try {
              work.run();
            } catch (IOException e) {
              later(Objects.requireNonNullElseGet(e.getMessage(), e::toString));
            } catch (RuntimeException | Error e) {
              later(Errands.sentence(e));
            }
          });
    } catch (RejectedExecutionException e) {
      tell("the window closes");
    }
  }

  private void later(String why) {
    Platform.runLater(() -> tell(why));
  }

  private void tell(String why) {
    if (!told) {
      told = true;
      messages.tell(Message.failure("Preferences", why));
    }
  }

  /// Waits until all is kept, but not for ever.
  public void close() {
    keeper.shutdown();
    try {
      if (!keeper.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.getLogger(PreferenceDesk.class.getName())
            .log(System.Logger.Level.WARNING, "the preferences were not kept in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
