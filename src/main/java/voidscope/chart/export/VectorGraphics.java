package voidscope.chart.export;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Polygon;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import voidscope.chart.look.MarkedText;
import voidscope.chart.look.Typeface;

/// Java2D onto a [VectorSheet]: fills, strokes and strings of text, in plain colours, clipped to
/// rectangles. Longer than most because Java2D's surface is: what figures do not need (bitmaps on
/// other roads than one, gradients, clips that are no rectangle) is refused, never drawn wrong.
final class VectorGraphics extends Graphics2D implements MarkedText {
  private final VectorSheet sheet;
  private final boolean outlines;
  private final Graphics2D metrics;
  private final RenderingHints hints;
  private AffineTransform transform;
  private @Nullable Rectangle2D clip;
  private Color colour = Color.BLACK;
  private Color background = Color.WHITE;
  private BasicStroke stroke = new BasicStroke();
  private Font font = Typeface.REGULAR.at(12);
  private double alpha = 1;

  /// @param outlines whether letters become shapes
  VectorGraphics(VectorSheet sheet, boolean outlines) {
    this.sheet = sheet;
    this.outlines = outlines;
    metrics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
    transform = new AffineTransform();
    hints = new RenderingHints(new HashMap<>());
    metrics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    metrics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
  }

  private VectorGraphics(VectorGraphics other) {
    sheet = other.sheet;
    outlines = other.outlines;
    metrics = (Graphics2D) other.metrics.create();
    hints = (RenderingHints) other.hints.clone();
    transform = new AffineTransform(other.transform);
    clip = other.clip;
    colour = other.colour;
    background = other.background;
    stroke = other.stroke;
    font = other.font;
    alpha = other.alpha;
  }

  @Override
  public Graphics create() {
    return new VectorGraphics(this);
  }

  @Override
  public void dispose() {
    metrics.dispose();
  }

  // What reaches the sheet.

  @Override
  public void fill(Shape s) {
    sheet.clip(clip);
    sheet.fill(transform.createTransformedShape(s), shown());
  }

  @Override
  public void draw(Shape s) {
    sheet.clip(clip);
    sheet.stroke(transform.createTransformedShape(s), scaled(), shown());
  }

  @Override
  public void drawString(String text, float x, float y) {
    if (text.isBlank()) {
      return;
    }
    if (Typeface.of(font).isEmpty()) {
      throw new UnsupportedOperationException(
          "the font " + font.getPSName() + " is not one of the bundled ones");
    }
    if (outlines) {
      drawGlyphVector(font.createGlyphVector(getFontRenderContext(), text), x, y);
      return;
    }
    AffineTransform place = new AffineTransform(transform);
    place.translate(x, y);
    sheet.clip(clip);
    sheet.text(text, font, place, shown());
  }

  @Override
  public boolean placesMarks() {
    return !outlines && sheet.placesMarks();
  }

  private Color shown() {
    return alpha == 1
        ? colour
        : new Color(
            colour.getRed(),
            colour.getGreen(),
            colour.getBlue(),
            (int) Math.round(alpha * colour.getAlpha()));
  }

  private BasicStroke scaled() {
    double scale = Math.sqrt(Math.abs(transform.getDeterminant()));
    if (Math.abs(scale - 1) < 1e-9) {
      return stroke;
    }
    float[] dash = stroke.getDashArray();
    for (int i = 0; dash != null && i < dash.length; i++) {
      dash[i] *= (float) scale;
    }
    return new BasicStroke(
        (float) (scale * stroke.getLineWidth()),
        stroke.getEndCap(),
        stroke.getLineJoin(),
        stroke.getMiterLimit(),
        dash,
        (float) (scale * stroke.getDashPhase()));
  }

  // The same in other words.

  @Override
  public void drawString(String text, int x, int y) {
    drawString(text, (float) x, (float) y);
  }

  @Override
  public void drawString(AttributedCharacterIterator text, int x, int y) {
    drawString(text, (float) x, (float) y);
  }

  @Override
  public void drawString(AttributedCharacterIterator text, float x, float y) {
    throw refused("attributed text");
  }

  @Override
  public void drawGlyphVector(GlyphVector g, float x, float y) {
    fill(g.getOutline(x, y));
  }

  @Override
  public void drawLine(int x1, int y1, int x2, int y2) {
    draw(new Line2D.Double(x1, y1, x2, y2));
  }

  @Override
  public void fillRect(int x, int y, int width, int height) {
    fill(new Rectangle2D.Double(x, y, width, height));
  }

  @Override
  public void clearRect(int x, int y, int width, int height) {
    Color before = colour;
    colour = background;
    fillRect(x, y, width, height);
    colour = before;
  }

  @Override
  public void drawRoundRect(int x, int y, int width, int height, int across, int up) {
    draw(new RoundRectangle2D.Double(x, y, width, height, across, up));
  }

  @Override
  public void fillRoundRect(int x, int y, int width, int height, int across, int up) {
    fill(new RoundRectangle2D.Double(x, y, width, height, across, up));
  }

  @Override
  public void drawOval(int x, int y, int width, int height) {
    draw(new Ellipse2D.Double(x, y, width, height));
  }

  @Override
  public void fillOval(int x, int y, int width, int height) {
    fill(new Ellipse2D.Double(x, y, width, height));
  }

  @Override
  public void drawArc(int x, int y, int width, int height, int start, int extent) {
    draw(new Arc2D.Double(x, y, width, height, start, extent, Arc2D.OPEN));
  }

  @Override
  public void fillArc(int x, int y, int width, int height, int start, int extent) {
    fill(new Arc2D.Double(x, y, width, height, start, extent, Arc2D.PIE));
  }

  @Override
  public void drawPolyline(int[] x, int[] y, int count) {
    for (int i = 1; i < count; i++) {
      drawLine(x[i - 1], y[i - 1], x[i], y[i]);
    }
  }

  @Override
  public void drawPolygon(int[] x, int[] y, int count) {
    draw(new Polygon(x, y, count));
  }

  @Override
  public void fillPolygon(int[] x, int[] y, int count) {
    fill(new Polygon(x, y, count));
  }

  // State.

  @Override
  public Color getColor() {
    return colour;
  }

  @Override
  public void setColor(@Nullable Color c) {
    colour = c == null ? colour : c;
  }

  @Override
  public Paint getPaint() {
    return colour;
  }

  @Override
  public void setPaint(@Nullable Paint paint) {
    if (paint instanceof Color c) {
      colour = c;
    } else if (paint != null) {
      throw refused("a paint that is no colour");
    }
  }

  @Override
  public Stroke getStroke() {
    return stroke;
  }

  @Override
  public void setStroke(Stroke s) {
    if (!(s instanceof BasicStroke basic)) {
      throw refused("an unusual stroke");
    }
    stroke = basic;
  }

  @Override
  public Composite getComposite() {
    return AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) alpha);
  }

  @Override
  public void setComposite(Composite composite) {
    if (!(composite instanceof AlphaComposite over) || over.getRule() != AlphaComposite.SRC_OVER) {
      throw refused("a composite other than “over”");
    }
    alpha = over.getAlpha();
  }

  @Override
  public Color getBackground() {
    return background;
  }

  @Override
  public void setBackground(Color c) {
    background = c;
  }

  @Override
  public Font getFont() {
    return font;
  }

  @Override
  public void setFont(@Nullable Font f) {
    font = f == null ? font : f;
  }

  @Override
  public FontMetrics getFontMetrics(Font f) {
    return metrics.getFontMetrics(f);
  }

  @Override
  public FontRenderContext getFontRenderContext() {
    return metrics.getFontRenderContext();
  }

  @Override
  public AffineTransform getTransform() {
    return new AffineTransform(transform);
  }

  @Override
  public void setTransform(AffineTransform t) {
    transform = new AffineTransform(t);
  }

  @Override
  public void transform(AffineTransform t) {
    transform.concatenate(t);
  }

  @Override
  public void translate(int x, int y) {
    transform.translate(x, y);
  }

  @Override
  public void translate(double x, double y) {
    transform.translate(x, y);
  }

  @Override
  public void rotate(double angle) {
    transform.rotate(angle);
  }

  @Override
  public void rotate(double angle, double x, double y) {
    transform.rotate(angle, x, y);
  }

  @Override
  public void scale(double x, double y) {
    transform.scale(x, y);
  }

  @Override
  public void shear(double x, double y) {
    transform.shear(x, y);
  }

  // Clips: rectangles of the page.

  @Override
  public void clip(@Nullable Shape s) {
    if (s != null) {
      Rectangle2D more = rectangle(s);
      Rectangle2D now = clip;
      clip = now == null ? more : now.createIntersection(more);
    }
  }

  @Override
  public void setClip(@Nullable Shape s) {
    clip = s == null ? null : rectangle(s);
  }

  @Override
  public void clipRect(int x, int y, int width, int height) {
    clip(new Rectangle2D.Double(x, y, width, height));
  }

  @Override
  public void setClip(int x, int y, int width, int height) {
    setClip(new Rectangle2D.Double(x, y, width, height));
  }

  @Override
  public @Nullable Shape getClip() {
    Rectangle2D now = clip;
    if (now == null) {
      return null;
    }
    try {
      return rectangular(transform.createInverse().createTransformedShape(now));
    } catch (java.awt.geom.NoninvertibleTransformException e) {
      return new Rectangle2D.Double();
    }
  }

  @Override
  public @Nullable Rectangle getClipBounds() {
    Shape now = getClip();
    return now == null ? null : now.getBounds();
  }

  private Rectangle2D rectangle(Shape s) {
    if (!(s instanceof Rectangle2D)) {
      throw refused("a clip that is no rectangle");
    }
    return rectangular(transform.createTransformedShape(s));
  }

  private static Rectangle2D rectangular(Shape s) {
    return s.getBounds2D();
  }

  @Override
  public boolean hit(Rectangle rect, Shape s, boolean onStroke) {
    Shape shape = onStroke ? stroke.createStrokedShape(s) : s;
    return transform.createTransformedShape(shape).intersects(rect);
  }

  @Override
  public @Nullable Object getRenderingHint(RenderingHints.Key key) {
    return hints.get(key);
  }

  @Override
  public void setRenderingHint(RenderingHints.Key key, @Nullable Object value) {
    if (value == null) {
      hints.remove(key);
    } else {
      hints.put(key, value);
    }
  }

  @Override
  public void setRenderingHints(Map<?, ?> all) {
    hints.clear();
    addRenderingHints(all);
  }

  @Override
  public void addRenderingHints(Map<?, ?> more) {
    hints.putAll(more);
  }

  @Override
  public RenderingHints getRenderingHints() {
    return (RenderingHints) hints.clone();
  }

  @Override
  public GraphicsConfiguration getDeviceConfiguration() {
    return metrics.getDeviceConfiguration();
  }

  // What charts do not need.

  private static UnsupportedOperationException refused(String what) {
    return new UnsupportedOperationException("a vector figure cannot hold " + what);
  }

  @Override
  public void setPaintMode() {}

  @Override
  public void setXORMode(Color c) {
    throw refused("exclusive or");
  }

  @Override
  public void copyArea(int x, int y, int width, int height, int dx, int dy) {
    throw refused("a copied area");
  }

  @Override
  public boolean drawImage(Image image, AffineTransform place, @Nullable ImageObserver observer) {
    AffineTransform whole = new AffineTransform(transform);
    whole.concatenate(place);
    boolean upright =
        whole.getShearX() == 0
            && whole.getShearY() == 0
            && whole.getScaleX() > 0
            && whole.getScaleY() > 0;
    if (!(image instanceof BufferedImage pixels) || !upright || alpha < 1) {
      throw refused("a bitmap that is turned, mirrored or faint");
    }
    sheet.clip(clip);
    sheet.image(
        pixels,
        new Rectangle2D.Double(
            whole.getTranslateX(),
            whole.getTranslateY(),
            whole.getScaleX() * pixels.getWidth(),
            whole.getScaleY() * pixels.getHeight()));
    return true;
  }

  @Override
  public void drawImage(BufferedImage image, @Nullable BufferedImageOp op, int x, int y) {
    throw refused("a bitmap");
  }

  @Override
  public void drawRenderedImage(RenderedImage image, AffineTransform place) {
    throw refused("a bitmap");
  }

  @Override
  public void drawRenderableImage(RenderableImage image, AffineTransform place) {
    throw refused("a bitmap");
  }

  @Override
  public boolean drawImage(Image image, int x, int y, @Nullable ImageObserver observer) {
    throw refused("a bitmap");
  }

  @Override
  public boolean drawImage(
      Image image, int x, int y, int width, int height, @Nullable ImageObserver observer) {
    throw refused("a bitmap");
  }

  @Override
  public boolean drawImage(
      Image image, int x, int y, @Nullable Color ground, @Nullable ImageObserver observer) {
    throw refused("a bitmap");
  }

  @Override
  public boolean drawImage(
      Image image,
      int x,
      int y,
      int width,
      int height,
      @Nullable Color ground,
      @Nullable ImageObserver observer) {
    throw refused("a bitmap");
  }

  @Override
  public boolean drawImage(
      Image image,
      int dx1,
      int dy1,
      int dx2,
      int dy2,
      int sx1,
      int sy1,
      int sx2,
      int sy2,
      @Nullable ImageObserver observer) {
    throw refused("a bitmap");
  }

  @Override
  public boolean drawImage(
      Image image,
      int dx1,
      int dy1,
      int dx2,
      int dy2,
      int sx1,
      int sy1,
      int sx2,
      int sy2,
      @Nullable Color ground,
      @Nullable ImageObserver observer) {
    throw refused("a bitmap");
  }
}
