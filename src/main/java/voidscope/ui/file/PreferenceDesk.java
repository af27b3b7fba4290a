package voidscope.ui.file;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import voidscope.library.Preferences;
import voidscope.library.UserPlace;
import voidscope.ui.model.Message;
import voidscope.ui.model.Messages;

/// The user's preferences and recent files, and keeps them when they change; where they cannot be
/// kept, that is told once. For the window's thread, which waits for the disk only at the end.
public final class PreferenceDesk {
  private static final long PATIENCE_SECONDS = 5;

  private final @Nullable UserPlace place;
  private final Messages messages;
  private final Keeper keeper = new Keeper("preferences", this::later);
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
      keeper.begin(() -> to.preferences().write(next));
    }
    preferences = next;
  }

  /// Notes that a file was opened or saved; from any thread.
  public void used(Path file) {
    UserPlace to = place;
    if (to != null) {
      keeper.begin(() -> to.recent().add(file));
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
    keeper.begin(
        () -> {
          List<Path> files = from.recent().read();
          Platform.runLater(() -> told.accept(files));
        });
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
    if (!keeper.close(PATIENCE_SECONDS)) {
      System.getLogger(PreferenceDesk.class.getName())
          .log(System.Logger.Level.WARNING, "the preferences were not kept in time");
    }
  }
}
