package voidscope.ui.gallery;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.application.Platform;
import voidscope.experiment.run.Engine;
import voidscope.experiment.run.Experiment;
import voidscope.text.Count;
import voidscope.ui.model.Message;
import voidscope.ui.model.Messages;

/// Bounds the log likelihood of held-back images on demand, while the run goes on.
public final class BoundDesk {
  /// Id of the action that asks for it.
  public static final String ACTION = "bound";

  private static final int SAMPLES = 100;
  private static final int IMAGES = 1000;

  private final Messages messages;
  private final Engine engine;

  public BoundDesk(Messages messages, Engine engine) {
    this.messages = messages;
    this.engine = engine;
  }

  /// Asks for the bounds and tells them when they are there.
  public void ask() {
    engine.bound(
        SAMPLES,
        IMAGES,
        bounds -> Platform.runLater(() -> tell(bounds)),
        why -> Platform.runLater(() -> messages.message().set(failure(why))));
  }

  private static Message failure(String why) {
    return Message.failure("The log likelihood could not be bounded", why);
  }

  private void tell(List<Experiment.Bound> bounds) {
    messages
        .message()
        .set(
            bounds.isEmpty()
                ? new Message(
                    Message.Kind.WARNING,
                    "There is no log likelihood to bound",
                    "Choose a VAE as the problem and restart.",
                    Message.Remedy.NONE)
                : Message.success(
                    "Importance-weighted bound on log p(x), %d samples, %s held-back images"
                        .formatted(SAMPLES, Count.grouped(bounds.getFirst().images())),
                    bounds.stream().map(BoundDesk::text).collect(Collectors.joining(" · "))
                        + "\nat step "
                        + Count.grouped(bounds.getFirst().step())));
  }

  private static String text(Experiment.Bound bound) {
    return bound.label()
        + String.format(Locale.ROOT, " %.1f ± %.1f", bound.value(), bound.standardError())
            .replace('-', '−');
  }
}
