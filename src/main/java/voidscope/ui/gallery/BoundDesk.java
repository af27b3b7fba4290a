package voidscope.ui.gallery;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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
  private final Runnable train;
  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();

  /// @param train trains a VAE, where there is none
  public BoundDesk(Messages messages, Engine engine, Runnable train) {
    this.messages = messages;
    this.engine = engine;
    this.train = train;
  }

  /// Whether bounds have been asked for and are not there yet.
  public ReadOnlyBooleanProperty working() {
    return working.getReadOnlyProperty();
  }

  /// Asks for the bounds and tells them when they are there; while they are computed only that.
  public void ask() {
    if (working.get()) {
      messages.tell(under());
      return;
    }
    working.set(true);
    messages.tell(under());
    engine.bound(
        SAMPLES,
        IMAGES,
        bounds -> Platform.runLater(() -> end(answer(bounds))),
        why -> Platform.runLater(() -> end(failure(why))));
  }

  private void end(Message answer) {
    working.set(false);
    messages.tell(answer);
  }

  private static Message under() {
    return new Message(
        Message.Kind.SUCCESS,
        "Bounding log p(x) of held-back images, %d samples each".formatted(SAMPLES),
        "The run goes on meanwhile; the numbers come here.",
        Message.Remedy.NONE);
  }

  private static Message failure(String why) {
    return Message.failure("The log likelihood could not be bounded", why);
  }

  private Message answer(List<Experiment.Bound> bounds) {
    return bounds.isEmpty()
        ? new Message(
            Message.Kind.WARNING,
            "There is no log likelihood to bound",
            "Only a VAE has one.",
            new Message.Remedy("Train one", train))
        : new Message(
            Message.Kind.RESULT,
            "Importance-weighted bound on log p(x), %d samples, %s held-back images"
                .formatted(SAMPLES, Count.grouped(bounds.getFirst().images())),
            bounds.stream().map(BoundDesk::text).collect(Collectors.joining(" · "))
                + "\nat step "
                + Count.grouped(bounds.getFirst().step()),
            Message.Remedy.NONE);
  }

  private static String text(Experiment.Bound bound) {
    return bound.label()
        + String.format(Locale.ROOT, " %.1f ± %.1f", bound.value(), bound.standardError())
            .replace('-', '−');
  }
}
