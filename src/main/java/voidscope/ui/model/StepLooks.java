package voidscope.ui.model;

import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Looks that are steps to be taken back.
final class StepLooks implements Looks {
  private final Steps steps;
  private final KeyRun looking;
  private long glance;
  private boolean gripped;

  /// @param nanos the time, in nanoseconds from any start
  StepLooks(Steps steps, LongSupplier nanos) {
    this.steps = steps;
    looking = new KeyRun(nanos);
  }

  @Override
  public Outlook outlook() {
    return steps.outlook();
  }

  private void look(Outlook next) {
    glance++;
    steps.take(steps.state().with(next), "look " + glance);
  }

  /// The focus is no step of its own: who takes a step back wants what was done, not what was
  /// looked at.
  @Override
  public void focus(String id) {
    if (!id.equals(steps.outlook().focus())) {
      steps.replace(steps.state().with(steps.outlook().withFocus(id)));
    }
  }

  @Override
  public void setHidden(String id, boolean hide) {
    look(steps.outlook().hiding(id, hide));
  }

  @Override
  public boolean shows(ViewEntry view) {
    return Suit.shows(view.key(), steps.wanted().problem());
  }

  @Override
  public void show(String key) {
    if (shows(Views.catalogue().get(key))) {
      look(steps.outlook().withView(key));
    }
  }

  @Override
  public void turnAbscissa() {
    look(steps.outlook().turned());
  }

  @Override
  public void axes(UnaryOperator<Axes> change) {
    slide("axes ", steps.outlook().axes(change));
  }

  @Override
  public void average(long count) {
    if (count != steps.outlook().averaged()) {
      slide("average ", steps.outlook().averaging(count));
    }
  }

  @Override
  public void discount(@Nullable Double gamma) {
    if (!Objects.equals(gamma, steps.outlook().discount())) {
      slide("discount ", steps.outlook().discounting(gamma));
    }
  }

  /// One step of all that a hand does in one go.
  private void slide(String what, Outlook next) {
    if (!looking.goesOn() && !gripped) {
      glance++;
    }
    steps.take(steps.state().with(next), what + glance);
  }

  @Override
  public void grip(boolean now) {
    gripped = now;
    glance++;
  }
}
