package voidscope.chart.export;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/// An animated GIF, which repeats for ever, with its scenario in a comment. Each frame holds only
/// what differs from the one before.
final class GifFile {
  /// How such a file begins.
  static final String FIRST = "GIF8";

  private static final String FORMAT = "gif";
  private static final String TREE = "javax_imageio_gif_image_1.0";
  private static final int HUNDREDTHS = 100;

  private final Page page;
  private final Frames frames;
  private final GifColours colours;

  private GifFile(Page page) {
    this.page = page;
    frames = new Frames(page);
    colours = new GifColours(frames.draw(frames.count() - 1));
  }

  /// Saves a page.
  ///
  /// @return what could not be followed, in words
  static List<String> write(Page page, Origin origin, Path file) throws ExportException {
    GifFile gif = new GifFile(page);
    List<String> remarks = Page.unnamed(gif.frames.missing());
    ExportFile.write(file, out -> gif.write(out, origin));
    return remarks;
  }

  private void write(OutputStream to, Origin origin) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(FORMAT).next();
    IndexColorModel model = colours.model();
    int width = frames.width();
    try (var out = new MemoryCacheImageOutputStream(to)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      int[] before = new int[0];
      for (int i = 0; i < frames.count(); i++) {
        int[] pixels = indexed(frames.draw(i));
        Rectangle part =
            i == 0
                ? new Rectangle(0, 0, width, frames.height())
                : Frames.difference(before, pixels, width);
        var picture =
            new BufferedImage(part.width, part.height, BufferedImage.TYPE_BYTE_INDEXED, model);
        byte[] bytes = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        for (int k = 0; k < bytes.length; k++) {
          bytes[k] = (byte) pixels[(part.y + k / part.width) * width + part.x + k % part.width];
        }
        IIOMetadata metadata =
            metadata(writer, picture, part, i, i == 0 ? origin.scenario() : null);
        writer.writeToSequence(new IIOImage(picture, null, metadata), null);
        out.flush();
        before = pixels;
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
  }

  private int[] indexed(BufferedImage frame) {
    int[] pixels = GifColours.pixels(frame);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = colours.index(pixels[i]) & 255;
    }
    return pixels;
  }

  private IIOMetadata metadata(
      ImageWriter writer,
      BufferedImage picture,
      Rectangle part,
      int frame,
      @Nullable String scenario)
      throws IOException {
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture), null);
    IIOMetadataNode root = new IIOMetadataNode(TREE);
    IIOMetadataNode place = child(root, "ImageDescriptor");
    place.setAttribute("imageLeftPosition", Integer.toString(part.x));
    place.setAttribute("imageTopPosition", Integer.toString(part.y));
    place.setAttribute("imageWidth", Integer.toString(part.width));
    place.setAttribute("imageHeight", Integer.toString(part.height));
    place.setAttribute("interlaceFlag", "FALSE");
    IIOMetadataNode control = child(root, "GraphicControlExtension");
    control.setAttribute("disposalMethod", "doNotDispose");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "FALSE");
    control.setAttribute("transparentColorIndex", "0");
    long from = frame == 0 ? 0 : page.motion().end(frame - 1, HUNDREDTHS);
    control.setAttribute("delayTime", Long.toString(page.motion().end(frame, HUNDREDTHS) - from));
    if (scenario != null) {
      IIOMetadataNode loop = child(child(root, "ApplicationExtensions"), "ApplicationExtension");
      loop.setAttribute("applicationID", "NETSCAPE");
      loop.setAttribute("authenticationCode", "2.0");
      loop.setUserObject(new byte[] {1, 0, 0});
      // The comment's letters are bytes.
      String letters =
          new String(scenario.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      child(child(root, "CommentExtensions"), "CommentExtension").setAttribute("value", letters);
    }
    metadata.mergeTree(TREE, root);
    return metadata;
  }

  private static IIOMetadataNode child(IIOMetadataNode parent, String name) {
    IIOMetadataNode node = new IIOMetadataNode(name);
    parent.appendChild(node);
    return node;
  }

  /// The scenario in such a file, if there is one.
  static Optional<String> scenario(byte[] content) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName(FORMAT).next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
      reader.setInput(in);
      var comments =
          ((IIOMetadataNode) reader.getImageMetadata(0).getAsTree(TREE))
              .getElementsByTagName("CommentExtension");
      return comments.getLength() == 0
          ? Optional.empty()
          : Optional.of(
              new String(
                  ((IIOMetadataNode) comments.item(0))
                      .getAttribute("value")
                      .getBytes(StandardCharsets.ISO_8859_1),
                  StandardCharsets.UTF_8));
    } catch (IndexOutOfBoundsException e) {
      throw new IOException("it is cut off", e);
    } finally {
      reader.dispose();
    }
  }
}
