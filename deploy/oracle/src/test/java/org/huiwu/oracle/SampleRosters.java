package org.huiwu.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jspecify.annotations.Nullable;

/// A crude reader for the rosters of the sample package and for nothing else: six fixed headers,
/// values that are all valid, one table a file. It exists so that the oracle can be held against
/// the sample.
final class SampleRosters implements RosterTruth {

  private static final Pattern SHORT_DATE = Pattern.compile("(\\d+)月(\\d+)日 (\\d+):(\\d+)");

  private static final Map<String, String> FIELDS = fields();
  private static final Map<String, String> PLACES =
      Map.of(
          "南宁吴圩机场",
          "NNG",
          "吴圩机场",
          "NNG",
          "机场",
          "NNG",
          "NNG",
          "NNG", //
          "南宁东站",
          "NND",
          "南宁东",
          "NND",
          "高铁东站",
          "NND",
          "Nanning East",
          "NND");

  private final Path folder;
  private final Conference conference;
  private final Inventory inventory;

  SampleRosters(Path folder, Conference conference, Inventory inventory) {
    this.folder = folder;
    this.conference = conference;
    this.inventory = inventory;
  }

  @Override
  public List<RosterPerson> people(String file) {
    String delegation = file.substring("rosters/".length(), file.indexOf('.'));
    List<List<String>> grid = grid(folder.resolve(file));
    int header = 0;
    while (!grid.get(header).stream().map(SampleRosters::field).toList().contains("name")) {
      header++;
    }
    List<String> columns =
        new ArrayList<>(grid.get(header).stream().map(SampleRosters::squeeze).toList());
    int first = header + 1;
    if (grid.get(first).contains("时间")) {
      String group = "";
      for (int i = 0; i < columns.size(); i++) {
        String below = i < grid.get(first).size() ? squeeze(grid.get(first).get(i)) : "";
        group = columns.get(i).isEmpty() ? group : columns.get(i);
        columns.set(i, below.isEmpty() ? columns.get(i) : group + below);
      }
      first++;
    }
    List<RosterPerson> people = new ArrayList<>();
    String host = "";
    for (List<String> row : grid.subList(first, grid.size())) {
      Map<String, String> cells = new HashMap<>();
      for (int i = 0; i < Math.min(columns.size(), row.size()); i++) {
        cells.put(field(columns.get(i)), row.get(i).strip());
      }
      if (!cells.getOrDefault("gender", "").isEmpty()) {
        boolean family = !cells.getOrDefault("companion", "").isEmpty();
        RosterPerson person = person(delegation, cells, family ? host : null);
        host = family ? host : person.name();
        people.add(person);
      }
    }
    return people;
  }

  private RosterPerson person(String delegation, Map<String, String> cells, @Nullable String host) {
    return new RosterPerson(
        delegation,
        squeeze(cells.getOrDefault("name", "")),
        cells.getOrDefault("gender", ""),
        rank(cells.getOrDefault("rank", "")),
        cells.getOrDefault("title", ""),
        cells.getOrDefault("phone", ""),
        diet(cells.getOrDefault("diet", "")),
        leg(cells, "arrive"),
        leg(cells, "depart"),
        route(cells.getOrDefault("route", "")),
        host);
  }

  private static int rank(String value) {
    return switch (value) {
      case "省部级" -> 1;
      case "厅局级", "司局级", "Bureau" -> 2;
      case "县处级", "处级", "Division" -> 3;
      case "其他", "Other" -> 4;
      default -> throw new IllegalArgumentException(value);
    };
  }

  private static String diet(String value) {
    return switch (value) {
      case "清真", "清真餐", "Halal" -> "halal";
      case "素食", "素", "Vegetarian" -> "vegetarian";
      case "", "无", "正常", "None" -> "normal";
      default -> throw new IllegalArgumentException(value);
    };
  }

  private String route(String value) {
    if (List.of("", "不参加", "否", "None").contains(value)) {
      return "";
    }
    return inventory.routes().stream()
        .filter(route -> route.name().equals(value) || (route.name() + "线").equals(value))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(value))
        .code();
  }

  private Leg leg(Map<String, String> cells, String leg) {
    String place = cells.getOrDefault(leg + "_at", "");
    return new Leg(
        time(cells.getOrDefault(leg, "")),
        place.isEmpty() ? "" : PLACES.getOrDefault(place, "self"),
        cells.getOrDefault(leg + "_no", ""));
  }

  private @Nullable LocalDateTime time(String value) {
    Matcher matcher = SHORT_DATE.matcher(value);
    if (value.isEmpty()) {
      return null;
    } else if (matcher.matches()) {
      return LocalDateTime.of(
          conference.starts().getYear(),
          Integer.parseInt(matcher.group(1)),
          Integer.parseInt(matcher.group(2)),
          Integer.parseInt(matcher.group(3)),
          Integer.parseInt(matcher.group(4)));
    }
    return LocalDateTime.parse(value.substring(0, 16).replace(' ', 'T'));
  }

  private static List<List<String>> grid(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      String name = file.toString();
      if (name.endsWith(".csv")) {
        return Csv.parse(decode(bytes), ',');
      }
      try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
        return grid(workbook.getSheetAt(0));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<List<String>> grid(Sheet sheet) {
    DataFormatter formatter = new DataFormatter();
    List<List<String>> grid = new ArrayList<>();
    for (int r = 0; r <= sheet.getLastRowNum(); r++) {
      List<String> cells = new ArrayList<>();
      Row row = sheet.getRow(r);
      for (int c = 0; row != null && c < row.getLastCellNum(); c++) {
        Cell cell = row.getCell(c);
        if (cell == null) {
          cells.add("");
        } else if (cell.getCellType() == CellType.NUMERIC
            && cell.getCellStyle().getDataFormatString().contains("yy")) {
          cells.add(cell.getLocalDateTimeCellValue().toString());
        } else {
          cells.add(formatter.formatCellValue(cell));
        }
      }
      grid.add(cells);
    }
    return grid;
  }

  private static String decode(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException _) {
      return new String(bytes, Charset.forName("GB18030"));
    }
  }

  private static String field(String header) {
    return FIELDS.getOrDefault(squeeze(header), "");
  }

  private static String squeeze(String value) {
    return Normalizer.normalize(value, Normalizer.Form.NFC).replaceAll("[\\s\u3000]", "");
  }

  private static Map<String, String> fields() {
    Map<String, String> fields = new HashMap<>();
    put(fields, "name", "姓名 参会人员姓名 Name");
    put(fields, "gender", "性别 Gender");
    put(fields, "rank", "级别 行政级别 Rank");
    put(fields, "title", "职务 单位及职务 Title");
    put(fields, "phone", "手机 联系电话 手机号码 Mobile");
    put(fields, "diet", "饮食 饮食要求 用餐要求 Diet");
    put(fields, "arrive", "到达时间 抵邕时间 到达日期时间 Arrival 到达信息时间");
    put(fields, "arrive_no", "到达航班/车次 抵达航班(车次) 航班/车次 Arrivalflight/train 到达信息航班/车次");
    put(fields, "arrive_at", "到达地点 抵达机场/车站 到达站 Arrivalplace 到达信息地点");
    put(fields, "depart", "返程时间 离邕时间 返程日期时间 Departure 返程信息时间");
    put(fields, "depart_no", "返程航班/车次 返程航班(车次) 返程航班 Departureflight/train 返程信息航班/车次");
    put(fields, "depart_at", "返程地点 返程机场/车站 返程站 Departureplace 返程信息地点");
    put(fields, "route", "考察路线 考察路线意向 参加考察 Excursion");
    put(fields, "companion", "随行人员 与参会代表关系 随行家属 Accompanying");
    return fields;
  }

  private static void put(Map<String, String> fields, String field, String headers) {
    for (String header : headers.split(" ")) {
      fields.put(header, field);
    }
  }
}
