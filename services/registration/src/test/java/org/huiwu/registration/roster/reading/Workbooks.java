package org.huiwu.registration.roster.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Writes workbooks for the tests: with POI, or an xlsx part by part where POI would not write it.
final class Workbooks {
  private static final String MAIN =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private static final String OFFICE_RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String RELATIONS =
      "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";

  /// The two formats of a workbook; what POI writes of both must be read alike.
  enum Format {
    XLSX,
    XLS
  }

  private Workbooks() {}

  static byte[] write(Format format, Consumer<Workbook> filler) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = format == Format.XLSX ? new XSSFWorkbook() : new HSSFWorkbook()) {
      filler.accept(workbook);
      workbook.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// Fills a row from the given place on; null leaves a cell out.
  static Row row(
      Sheet sheet, int row, int column, @org.jspecify.annotations.Nullable Object... values) {
    Row filled = sheet.createRow(row - 1);
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value instanceof Number number) {
        filled.createCell(column + i).setCellValue(number.doubleValue());
      } else if (value instanceof String text && text.startsWith("=")) {
        filled.createCell(column + i).setCellFormula(text.substring(1));
      } else if (value != null) {
        filled.createCell(column + i).setCellValue(value.toString());
      }
    }
    return filled;
  }

  static void format(Cell cell, String format) {
    Workbook workbook = cell.getSheet().getWorkbook();
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    cell.setCellStyle(style);
  }

  /// The parts of an xlsx with one sheet, to be changed and zipped.
  static Map<String, String> parts(String sheetXml) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="rels"
         ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Default Extension="xml" ContentType="application/xml"/>
        <Override PartName="/xl/workbook.xml"
         ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
        <Override PartName="/xl/worksheets/sheet1.xml"
         ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
        </Types>
        """);
    parts.put(
        "_rels/.rels",
        "<Relationships %s><Relationship Id=\"r1\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            .formatted(RELATIONS, OFFICE_RELATIONS));
    parts.put(
        "xl/workbook.xml",
        "<workbook %s xmlns:r=\"%s\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            .formatted(MAIN, OFFICE_RELATIONS));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships %s><Relationship Id=\"r1\" Type=\"%s/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            .formatted(RELATIONS, OFFICE_RELATIONS));
    parts.put("xl/worksheets/sheet1.xml", sheetXml);
    return parts;
  }

  static String sheet(String rows) {
    return "<worksheet %s><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows);
  }

  /// A row of inline strings without any references, as small writers leave it.
  static String inline(String... texts) {
    StringBuilder row = new StringBuilder("<row>");
    for (String text : texts) {
      row.append("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
    }
    return row.append("</row>").toString();
  }

  static byte[] zip(Map<String, String> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
