package voidscope.ui.model;

import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import voidscope.experiment.record.OneDraw;
import voidscope.experiment.record.Wish;

/// One draw that is shown slowly: whether it is, which draw, and how many of its stages are seen.
/// For the window's thread.
public final class SlowDraw {
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
  private boolean open;
  private int number = 1;
  private int coordinate;
  private int stage;

  /// Changes with everything that is asked here.
  public ReadOnlyLongProperty revision() {
    return revision.getReadOnlyProperty();
  }

  private void changed() {
    revision.set(revision.get() + 1);
  }

  /// Whether it is shown.
  public boolean open() {
    return open;
  }

  /// Which draw is shown.
  public OneDraw.Which which() {
    return new OneDraw.Which(number, coordinate);
  }

  /// The last stage that is seen, from 0.
  public int stage() {
    return stage;
  }

  /// Shows it, from its first stage.
  public void begin() {
    open = true;
    stage = 0;
    changed();
  }

  /// Shows one stage more, and after the last the next draw from its first.
  ///
  /// @param stages how many there are; none while they are not known
  public void next(int stages) {
    if (stage + 1 < stages) {
      stage++;
    } else if (stages > 0) {
      number++;
      stage = 0;
    }
    changed();
  }

  /// Shows one stage less.
  public void back() {
    stage = Math.max(0, stage - 1);
    changed();
  }

  /// Takes the next draw, seen as far as this one.
  public void renew() {
    number++;
    changed();
  }

  /// Looks at another coordinate of θ, round and round.
  ///
  /// @param by coordinates further
  /// @param count how many there are, at least 1
  public void turn(int by, int count) {
    coordinate = Math.floorMod(coordinate % count + by, count);
    changed();
  }

  /// Puts it away.
  public void close() {
    open = false;
    changed();
  }

  /// What it takes to show it.
  ///
  /// @param contender of whom; empty if there is nobody
  public Optional<Wish> wish(String contender) {
    return open && !contender.isEmpty()
        ? Optional.of(new Wish(Wish.Kind.DRAW, contender, which()))
        : Optional.empty();
  }
}
