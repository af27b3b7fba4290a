package voidscope.chart.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import voidscope.chart.look.Ink;
import voidscope.chart.look.Look;
import voidscope.chart.look.Palette;
import voidscope.chart.look.Typeface;
import voidscope.problem.Episode;
import voidscope.problem.Scenery;

/// Draws the scene of an episode at a place: its ground, and what moves at a step.
///
/// @param room where it stands
record SceneDrawing(Graphics2D g, Rectangle2D room, Episode episode, Look look) {
  /// Of a cart's rail and pole, what is free beside and above them.
  private static final double MARGIN = .12;

  /// How far below the rail's middle a scene goes, in heights of the cart.
  private static final double BELOW = .9;

  private static final int FAINT = 80;
  private static final int SOLID = 255;

  /// How wide a scene is in its heights.
  static double shape(Episode episode) {
    return switch (episode.scenery()) {
      case Scenery.Cart cart -> across(cart) / upwards(cart);
      case Scenery.States states -> 1.6 * states.count();
      case Scenery.Line _ -> 4;
    };
  }

  private static double across(Scenery.Cart cart) {
    return 2 * cart.rail() + cart.width() + 2 * MARGIN;
  }

  private static double upwards(Scenery.Cart cart) {
    return BELOW * cart.height() + cart.axle() + cart.pole() + MARGIN;
  }

  /// Draws what stands still.
  void ground() {
    switch (episode.scenery()) {
      case Scenery.Cart cart -> rail(cart);
      case Scenery.States states -> states(states.count(), -1, look.palette().ink("f"));
      case Scenery.Line line -> line(line);
    }
  }

  /// Draws what moves.
  ///
  /// @param step from 0 to the episode's length
  /// @param ink of the estimator
  void at(int step, Ink ink) {
    float[] pose = episode.pose()[step];
    switch (episode.scenery()) {
      case Scenery.Cart cart -> cart(cart, pose, step, ink);
      case Scenery.States states -> states(states.count(), (int) pose[0], ink);
      case Scenery.Line line -> point(line, step, ink);
    }
    if (step == episode.length()) {
      over();
    }
  }

  /// Says so below the scene, where no pole stands in its way.
  private void over() {
    Font font = Typeface.REGULAR.at(.85 * look.fontSize());
    var text = Typeface.line("over after " + episode.length() + " steps", font);
    g.setColor(new Color(look.palette().muted()));
    text.draw(g, room.getMaxX() - text.advance(), room.getMaxY() + look.fontSize());
  }

  /// Device units a unit of the world.
  private double scale(Scenery.Cart cart) {
    return Math.min(room.getWidth() / across(cart), room.getHeight() / upwards(cart));
  }

  private double foot(Scenery.Cart cart) {
    return room.getMaxY() - BELOW * cart.height() * scale(cart);
  }

  private void stroke(double width) {
    g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
  }

  private void rail(Scenery.Cart cart) {
    double scale = scale(cart);
    double y = foot(cart);
    double middle = room.getCenterX();
    Palette palette = look.palette();
    g.setColor(new Color(palette.axis(), true));
    stroke(.75 * look.lineWidth());
    double half = cart.rail() * scale;
    g.draw(new Line2D.Double(middle - half, y, middle + half, y));
    double tick = .5 * cart.height() * scale;
    for (int side = -1; side <= 1; side += 2) {
      double x = middle + side * half;
      g.draw(new Line2D.Double(x, y - tick, x, y + tick));
    }
    g.setColor(new Color(palette.grid(), true));
    g.draw(new Line2D.Double(middle, y, middle, y + tick));
  }

  private void cart(Scenery.Cart cart, float[] pose, int step, Ink ink) {
    double scale = scale(cart);
    double x = room.getCenterX() + pose[0] * scale;
    double y = foot(cart);
    double wide = cart.width() * scale;
    double high = cart.height() * scale;
    Palette palette = look.palette();
    double axle = y - cart.axle() * scale;
    double length = cart.pole() * scale;
    g.setColor(new Color(palette.grid(), true));
    stroke(.75 * look.lineWidth());
    for (int side = -1; side <= 1; side += 2) {
      double angle = side * cart.steep();
      g.draw(
          new Line2D.Double(
              x, axle, x + length * Math.sin(angle), axle - length * Math.cos(angle)));
    }
    g.setColor(new Color(ink.argb()));
    double round = .25 * high;
    g.fill(new RoundRectangle2D.Double(x - wide / 2, y - high / 2, wide, high, round, round));
    if (step < episode.length()) {
      double action = episode.action()[step];
      push(x, y, wide, high, cart.numbered() ? 2 * action - 1 : Math.clamp(action, -1, 1));
    }
    AffineTransform turn = AffineTransform.getRotateInstance(pose[1], x, axle);
    double thick = cart.thickness() * scale;
    g.setColor(new Color(palette.text()));
    g.fill(
        turn.createTransformedShape(
            new RoundRectangle2D.Double(
                x - thick / 2, axle - length, thick, length + thick / 2, thick, thick)));
    double pin = .45 * thick;
    g.setColor(new Color(ink.argb()));
    g.fill(new Ellipse2D.Double(x - pin, axle - pin, 2 * pin, 2 * pin));
  }

  /// An arrow from the side to which the cart is pushed, as long as the push is strong.
  private void push(double x, double y, double wide, double high, double share) {
    double side = Math.signum(share);
    double from = x + side * (wide / 2 + .2 * high);
    double length = Math.abs(share) * wide;
    double to = from + side * length;
    double barb = Math.min(.3 * high, length);
    g.setColor(new Color(look.palette().muted()));
    stroke(look.lineWidth());
    g.draw(new Line2D.Double(from, y, to, y));
    g.draw(new Line2D.Double(to, y, to - side * barb, y - barb));
    g.draw(new Line2D.Double(to, y, to - side * barb, y + barb));
  }

  /// Circles side by side.
  ///
  /// @param present the one that is filled; −1 for none, which draws them all
  /// @param ink that it is filled with
  private void states(int count, int present, Ink ink) {
    Palette palette = look.palette();
    double pitch = room.getWidth() / count;
    double radius = .32 * Math.min(pitch, room.getHeight());
    Font font = Typeface.SEMI_BOLD.at(Math.min(1.4 * look.fontSize(), radius));
    stroke(look.lineWidth());
    for (int s = 0; s < count; s++) {
      if (present >= 0 && s != present) {
        continue;
      }
      double x = room.getX() + (s + .5) * pitch;
      double y = room.getCenterY();
      var circle = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
      if (present >= 0) {
        g.setColor(new Color(ink.argb()));
        g.fill(circle);
      }
      g.setColor(new Color(present >= 0 ? palette.halo(ink) : palette.muted()));
      if (present < 0) {
        g.draw(circle);
      }
      var name = Typeface.line("s = " + s, font);
      name.draw(g, x - name.advance() / 2, y + .36 * font.getSize2D());
    }
  }

  private double place(Scenery.Line line, double value) {
    double half = room.getWidth() / 2 - look.fontSize();
    return room.getCenterX() + Math.clamp(value / line.reach(), -1, 1) * half;
  }

  private void line(Scenery.Line line) {
    Palette palette = look.palette();
    double y = room.getCenterY();
    double tick = .4 * look.fontSize();
    Font font = Typeface.REGULAR.at(.85 * look.fontSize());
    stroke(.75 * look.lineWidth());
    g.setColor(new Color(palette.axis(), true));
    g.draw(new Line2D.Double(place(line, -line.reach()), y, place(line, line.reach()), y));
    for (int at = (int) -line.reach(); at <= line.reach(); at++) {
      double x = place(line, at);
      g.setColor(new Color(palette.axis(), true));
      g.draw(new Line2D.Double(x, y - tick, x, y + tick));
      g.setColor(new Color(palette.muted()));
      var number = Typeface.line(Integer.toString(at).replace('-', '−'), font);
      number.draw(g, x - number.advance() / 2, y + 3.2 * tick);
    }
  }

  /// The point, and faintly where it has been.
  private void point(Scenery.Line line, int step, Ink ink) {
    double radius = .5 * look.fontSize();
    double y = room.getCenterY();
    for (int t = 0; t <= step; t++) {
      double x = place(line, episode.pose()[t][0]);
      int rgb = ink.argb() & 0xFFFFFF;
      g.setColor(new Color(rgb | (t < step ? FAINT : SOLID) << 24, true));
      g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }
  }
}
