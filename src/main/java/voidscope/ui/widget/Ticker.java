package voidscope.ui.widget;

import javafx.animation.AnimationTimer;

/// The only timer: what a frame does, and how many there were in the last second.
public final class Ticker {
  private static final long STATUS_NANOS = 250_000_000L;

  private final AnimationTimer timer;
  private long since;
  private int frames;

  /// @param frame done once a pulse
  /// @param status done four times a second with the frames a second
  public Ticker(Runnable frame, java.util.function.DoubleConsumer status) {
    timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            frame.run();
            frames++;
            if (now - since >= STATUS_NANOS) {
              status.accept(since == 0 ? 60 : frames * 1e9 / (now - since));
              since = now;
              frames = 0;
            }
          }
        };
  }

  public void start() {
    timer.start();
  }

  public void stop() {
    timer.stop();
  }
}
