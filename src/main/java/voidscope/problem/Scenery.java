package voidscope.problem;

/// What a world looks like, in its own units. Immutable.
public sealed interface Scenery {
  /// A pole on a cart on a rail. A pose is the place of the cart and the angle of the pole from
  /// upright, clockwise.
  ///
  /// @param rail its ends are this far from the middle
  /// @param width of the cart
  /// @param height of the cart
  /// @param axle of the pole above the cart's middle
  /// @param pole length of the pole from the axle to its end
  /// @param thickness of the pole
  /// @param steep angle at which the episode is over
  /// @param numbered whether an action is 0 for a push to the left or 1 for one to the right; else
  ///   it is a push to the right, at most 1
  record Cart(
      double rail,
      double width,
      double height,
      double axle,
      double pole,
      double thickness,
      double steep,
      boolean numbered)
      implements Scenery {}

  /// Some states, of which a pose is the number of one.
  record States(int count) implements Scenery {}

  /// A point on a line that is to come to 0; a pose is its place.
  ///
  /// @param reach how far from 0 it is drawn at most
  record Line(double reach) implements Scenery {}
}
