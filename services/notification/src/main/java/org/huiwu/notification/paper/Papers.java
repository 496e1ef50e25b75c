package org.huiwu.notification.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.function.Supplier;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.stereotype.Component;

/// Manifests on paper and as workbooks, in Chinese or English.
///
/// The same sheet gives the same bytes each time. All names are drawn, rare characters too; what no
/// font has is shown as its code point and reported.
@Component
public class Papers {
  private static final float SIDE = 42;
  private static final float TOP = 54;
  private static final float BOTTOM = 56;

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmssxxx");

  private final FontShelf fonts = new FontShelf();

  /// A4, one sheet.
  public Printed pdf(Sheet sheet) {
    var out = new ByteArrayOutputStream();
    var pen = new Pen(fonts);
    var words = Words.in(sheet.language());
    var feet = new Feet(pen, false);
    var title = words.kind(sheet.kind()) + " " + sheet.titleOrCode();
    try (var document = new Document(PageSize.A4, SIDE, SIDE, TOP, BOTTOM)) {
      var writer = open(document, out, feet);
      about(writer, title, sheet.language(), sheet.cutAt(), sheet.zone());
      new SheetPages(document, writer, feet, pen, words).print(sheet);
    }
    return new Printed(out.toByteArray(), pen.missing());
  }

  /// The whole conference, for when the power fails: cover, contents, each sheet from a new page
  /// on, phone list. Sheets are asked for one after another and let go when they are printed; pages
  /// are written as they are full.
  ///
  /// @param out is written to, not closed
  /// @return the code points that no font has
  public SortedSet<Integer> pack(PackCover cover, List<Supplier<Sheet>> sheets, OutputStream out) {
    var pen = new Pen(fonts);
    var words = Words.in(cover.language());
    var feet = new Feet(pen, true);
    try (var document = new Document(PageSize.A4, SIDE, SIDE, TOP, BOTTOM)) {
      var writer = open(document, out, feet);
      writer.setCloseStream(false);
      about(
          writer,
          words.say("pack.title") + " " + cover.conference(),
          cover.language(),
          cover.madeAt(),
          cover.zone());
      var pages = new PackPages(document, writer, pen, words);
      pages.cover(cover, sheets.size());
      pages.contents(sheets.size());
      for (var place = 0; place < sheets.size(); place++) {
        var sheet = sheets.get(place).get();
        nextPart(document, feet);
        pages.begins(sheet, place);
        new SheetPages(document, writer, feet, pen, words).print(sheet);
      }
      if (!cover.phones().isEmpty()) {
        nextPart(document, feet);
        pages.phones(cover.phones());
      }
    }
    return pen.missing();
  }

  /// The list with its header on the first sheet; what changed, where the sheet says, on a second.
  /// All values are text: none is run as a formula (FORMAT.md).
  public byte[] xlsx(Sheet sheet) throws IOException {
    var out = new ByteArrayOutputStream();
    new SheetWorkbook(sheet, Words.in(sheet.language())).write(out);
    return out.toByteArray();
  }

  /// What a sheet's file is called: kind, title and version, without what a file system takes
  /// amiss.
  public String fileName(Sheet sheet, String ending) {
    var words = Words.in(sheet.language());
    return plain(
            String.join(
                " ",
                words.kind(sheet.kind()),
                sheet.titleOrCode(),
                words.say("version", sheet.version())))
        + "."
        + ending;
  }

  public String fileName(PackCover cover) {
    var words = Words.in(cover.language());
    var at = words.instant(cover.madeAt(), cover.zone());
    return plain(String.join(" ", words.say("pack.title"), cover.conference(), at)) + ".pdf";
  }

  private static String plain(String name) {
    return name.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]+", "-");
  }

  private static void nextPart(Document document, Feet feet) {
    document.newPage();
    feet.none();
  }

  private static PdfWriter open(Document document, OutputStream out, Feet feet) {
    var writer = PdfWriter.getInstance(document, out);
    writer.setPdfVersion(PdfWriter.VERSION_1_7);
    writer.setPageEvent(feet);
    writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
    document.open();
    return writer;
  }

  /// Dates and the document's id are of what is printed, not of the printing.
  private static void about(
      PdfWriter writer, String title, Locale language, Instant at, ZoneId zone) {
    var info = writer.getInfo();
    info.put(PdfName.TITLE, new PdfString(title, PdfObject.TEXT_UNICODE));
    var date = new PdfString("D:" + STAMP.format(at.atZone(zone)).replace(":", "'") + "'");
    info.put(PdfName.CREATIONDATE, date);
    info.put(PdfName.MODDATE, date);
    info.put(PdfName.PRODUCER, new PdfString("Huiwu"));
    var id = new byte[16];
    info.put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
    writer.getExtraCatalog().put(PdfName.LANG, new PdfString(language.toLanguageTag()));
  }
}
