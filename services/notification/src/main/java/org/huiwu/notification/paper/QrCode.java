package org.huiwu.notification.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.net.URI;
import java.util.Map;
import org.openpdf.text.Image;
import org.openpdf.text.pdf.PdfWriter;

/// A link as a drawing that a phone reads: lines, not pixels, so that it is sharp on any printer.
final class QrCode {

  /// White modules around it, without which readers do not find it among text.
  private static final int MARGIN = 3;

  /// Modules overlap by a hair: no reader sees a seam between two black ones.
  private static final float SEAM = 0.03f;

  private QrCode() {}

  static Image of(URI link, PdfWriter writer) {
    try {
      var modules =
          new QRCodeWriter()
              .encode(
                  link.toString(),
                  BarcodeFormat.QR_CODE,
                  0,
                  0,
                  Map.of(
                      EncodeHintType.MARGIN,
                      MARGIN,
                      EncodeHintType.ERROR_CORRECTION,
                      ErrorCorrectionLevel.M));
      var side = modules.getWidth();
      var drawing = writer.getDirectContent().createTemplate(side, side);
      for (var y = 0; y < side; y++) {
        for (var x = 0; x < side; ) {
          var from = x;
          while (x < side && modules.get(x, y)) {
            x++;
          }
          if (x > from) {
            drawing.rectangle(from, side - 1f - y - SEAM, x - from, 1 + SEAM);
          } else {
            x++;
          }
        }
      }
      drawing.fill();
      return Image.getInstance(drawing);
    } catch (WriterException e) {
      throw new IllegalArgumentException("a link that is too long for a QR code", e);
    }
  }
}
