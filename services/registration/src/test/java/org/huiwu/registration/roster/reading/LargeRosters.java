package org.huiwu.registration.roster.reading;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/// Makes rosters as large as an office can send: csv, tsv, xlsx or xls, by the file's ending. Every
/// name is another one.
final class LargeRosters {
  private static final List<String> HEADER =
      List.of(
          "序号", "姓名", "性别", "级别", "单位及职务", "手机", "到达时间", "到达航班/车次", "到达地点", "返程时间", "返程航班/车次",
          "返程地点", "饮食", "考察路线", "是否家属");
  private static final int[] SURNAMES =
      "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈".codePoints().toArray();
  private static final int[] GIVEN =
      "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红玲建文利云洁海波辉鹏飞龙凤梅兰竹菊松柏".codePoints().toArray();
  private static final List<String> RANKS = List.of("厅局级", "县处级", "其他", "县处级");
  private static final List<String> DIETS = List.of("无", "无", "无", "清真", "素食");
  private static final List<String> ROUTES = List.of("百色线", "北海线", "柳州线", "不参加");

  private LargeRosters() {}

  /// `FILE ROWS`
  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]), Integer.parseInt(args[1]));
  }

  /// @param people as many rows stand below the header
  static void write(Path file, int people) throws IOException {
    var name = file.getFileName().toString();
    switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "csv" -> text(file, ",", people);
      case "tsv" -> text(file, "\t", people);
      case "xlsx" -> {
        try (var workbook = new SXSSFWorkbook(100)) {
          workbook(file, workbook, people);
        }
      }
      case "xls" -> {
        try (var workbook = new HSSFWorkbook()) {
          workbook(file, workbook, people);
        }
      }
      default -> throw new IllegalArgumentException(name);
    }
  }

  private static void text(Path file, String delimiter, int people) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write(String.join(delimiter, HEADER) + "\n");
      for (int i = 0; i < people; i++) {
        out.write(String.join(delimiter, person(i)) + "\n");
      }
    }
  }

  private static void workbook(Path file, Workbook workbook, int people) throws IOException {
    var sheet = workbook.createSheet("名单");
    fill(sheet.createRow(0), HEADER);
    for (int i = 0; i < people; i++) {
      fill(sheet.createRow(i + 1), person(i));
    }
    try (var out = Files.newOutputStream(file)) {
      workbook.write(out);
    }
  }

  private static void fill(Row row, List<String> cells) {
    IntStream.range(0, cells.size())
        .filter(i -> !cells.get(i).isEmpty())
        .forEach(i -> row.createCell(i).setCellValue(cells.get(i)));
  }

  private static List<String> person(int i) {
    return List.of(
        Integer.toString(i + 1),
        name(i),
        i % 3 == 0 ? "女" : "男",
        RANKS.get(i % RANKS.size()),
        "环境保护厅处长",
        "199%08d".formatted(i),
        "2026-06-08 %02d:%02d".formatted(7 + i % 16, i % 12 * 5),
        "CZ" + (1000 + i % 9000),
        i % 2 == 0 ? "南宁吴圩机场" : "南宁东站",
        "6月11日 %02d:%02d".formatted(19 + i % 4, i % 12 * 5),
        "G" + (100 + i % 900),
        i % 2 == 0 ? "南宁东站" : "南宁吴圩机场",
        DIETS.get(i % DIETS.size()),
        ROUTES.get(i % ROUTES.size()),
        "");
  }

  private static String name(int i) {
    return new StringBuilder()
        .appendCodePoint(SURNAMES[i % SURNAMES.length])
        .appendCodePoint(GIVEN[i / SURNAMES.length % GIVEN.length])
        .appendCodePoint(GIVEN[i / SURNAMES.length / GIVEN.length % GIVEN.length])
        .toString();
  }
}
