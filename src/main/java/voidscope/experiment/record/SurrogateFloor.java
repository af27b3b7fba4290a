package voidscope.experiment.record;

import java.util.ArrayList;
import java.util.List;
import voidscope.problem.Exhibit;

/// The variance that the optimal surrogate leaves, at the steps where someone looked: what no
/// surrogate can fall below.
///
/// @param points ascending by step
public record SurrogateFloor(List<Point> points) implements Exhibit {
  /// Beyond so many, every other one is dropped.
  private static final int MOST = 1024;

  /// Copies the list.
  public SurrogateFloor {
    points = List.copyOf(points);
  }

  /// None yet.
  public static SurrogateFloor none() {
    return new SurrogateFloor(List.of());
  }

  /// What is left at a step.
  ///
  /// @param variance trace of the covariance of one estimate with the optimal surrogate
  public record Point(long step, double variance) {}

  /// These with what is known now; a finer value of the last step takes its place.
  public SurrogateFloor with(Track.BestCurve best) {
    Point point = new Point(best.step(), best.variance());
    List<Point> all = new ArrayList<>(points);
    if (!all.isEmpty() && all.getLast().step() >= point.step()) {
      if (all.getLast().step() > point.step() || all.getLast().equals(point)) {
        return this;
      }
      all.removeLast();
    }
    all.add(point);
    if (all.size() > MOST) {
      List<Point> half = new ArrayList<>();
      for (int i = all.size() % 2; i < all.size(); i += 2) {
        half.add(all.get(i));
      }
      all = half;
    }
    return new SurrogateFloor(all);
  }
}
