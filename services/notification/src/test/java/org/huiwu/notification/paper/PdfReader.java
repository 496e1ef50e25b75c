package org.huiwu.notification.paper;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// Reads what was printed, with another library than the one that wrote it.
final class PdfReader implements AutoCloseable {

  /// A horizontal stroke; y from the foot of the page.
  record Stroke(double from, double to, double y) {}

  /// Where a word stands; y is its base line, from the foot of the page.
  record Place(double from, double to, double y, double size) {
    boolean isCrossedBy(Stroke stroke) {
      return stroke.y() > y + 0.15 * size
          && stroke.y() < y + 0.6 * size
          && stroke.from() <= from + 1
          && stroke.to() >= to - 1;
    }
  }

  private final PDDocument document;

  PdfReader(byte[] pdf) throws IOException {
    document = Loader.loadPDF(pdf);
  }

  PDDocument document() {
    return document;
  }

  /// The text of each page, in reading order.
  List<String> pages() throws IOException {
    List<String> texts = new ArrayList<>();
    for (var page = 1; page <= document.getNumberOfPages(); page++) {
      var stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      texts.add(stripper.getText(document));
    }
    return texts;
  }

  String text() throws IOException {
    return String.join("\n", pages());
  }

  /// Where a word stands on a page, each time.
  List<Place> places(int page, String word) throws IOException {
    List<Place> found = new ArrayList<>();
    var height = document.getPage(page).getMediaBox().getHeight();
    var stripper =
        new PDFTextStripper() {
          @Override
          protected void writeString(String text, List<TextPosition> letters) {
            var at = text.indexOf(word);
            if (at >= 0) {
              var first = letters.get(at);
              var last = letters.get(at + word.length() - 1);
              found.add(
                  new Place(
                      first.getXDirAdj(),
                      last.getXDirAdj() + last.getWidthDirAdj(),
                      height - first.getYDirAdj(),
                      first.getFontSizeInPt()));
            }
          }
        };
    stripper.setSortByPosition(true);
    stripper.setStartPage(page + 1);
    stripper.setEndPage(page + 1);
    stripper.getText(document);
    return found;
  }

  List<Stroke> strokes(int page) throws IOException {
    var engine = new Strokes(document.getPage(page));
    engine.processPage(document.getPage(page));
    return engine.found;
  }

  /// What the QR code on a page says; empty where there is none.
  Optional<String> code(int page) throws IOException {
    var image = new PDFRenderer(document).renderImageWithDPI(page, 150);
    var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
    try {
      return Optional.of(
          new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText());
    } catch (NotFoundException _) {
      return Optional.empty();
    } catch (ChecksumException | FormatException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    document.close();
  }

  private static final class Strokes extends PDFGraphicsStreamEngine {
    private final List<Stroke> path = new ArrayList<>();
    private final List<Stroke> found = new ArrayList<>();
    private Point2D at = new Point2D.Double();

    Strokes(PDPage page) {
      super(page);
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
      path.add(new Stroke(p0.getX(), p1.getX(), (p0.getY() + p2.getY()) / 2));
    }

    @Override
    public void moveTo(float x, float y) {
      at = new Point2D.Double(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
      if (Math.abs(at.getY() - y) < 0.01) {
        path.add(new Stroke(Math.min(at.getX(), x), Math.max(at.getX(), x), y));
      }
      at = new Point2D.Double(x, y);
    }

    @Override
    public void strokePath() {
      found.addAll(path);
      path.clear();
    }

    @Override
    public void fillPath(int windingRule) {
      strokePath();
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
      strokePath();
    }

    @Override
    public void endPath() {
      path.clear();
    }

    @Override
    public void closePath() {
      at = new Point2D.Double();
    }

    @Override
    public Point2D getCurrentPoint() {
      return at;
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
      at = new Point2D.Double(x3, y3);
    }

    @Override
    public void clip(int windingRule) {
      path.clear();
    }

    @Override
    public void drawImage(PDImage image) {
      path.clear();
    }

    @Override
    public void shadingFill(COSName name) {
      path.clear();
    }
  }
}
