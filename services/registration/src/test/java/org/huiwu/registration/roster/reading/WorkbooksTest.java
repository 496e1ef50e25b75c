package org.huiwu.registration.roster.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.registration.roster.reading.Rosters.names;
import static org.huiwu.registration.roster.reading.Rosters.person;
import static org.huiwu.registration.roster.reading.Rosters.rows;
import static org.huiwu.registration.roster.reading.Rosters.waiting;
import static org.huiwu.registration.roster.reading.Workbooks.row;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.huiwu.registration.roster.reading.Workbooks.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkbooksTest {

  @ParameterizedTest
  @EnumSource
  void a_table_may_start_anywhere_under_a_title_with_a_merged_header_of_two_rows(Format format) {
    byte[] file =
        Workbooks.write(
            format,
            workbook -> {
              Sheet sheet = workbook.createSheet("报名回执");
              row(sheet, 2, 2, "全国城镇污水处理经验交流会返程及到达登记表");
              merge(sheet, "C2:N3");
              row(sheet, 5, 2, "填报单位（盖章）：广东省", null, null, "填报日期：2026年6月3日");
              row(
                  sheet, 7, 2, "序号", "姓 名", "性别", "级别", "到达信息", null, null, "返程信息", null, null,
                  "手机");
              row(sheet, 8, 6, "时间", "航班/车次", "地点", "时间", "航班/车次", "地点");
              for (String merged :
                  List.of("C7:C8", "D7:D8", "E7:E8", "F7:F8", "G7:I7", "J7:L7", "M7:M8")) {
                merge(sheet, merged);
              }
              row(
                  sheet,
                  9,
                  2,
                  1,
                  "欧阳 娜",
                  "女",
                  "处级",
                  "6月8日 14:35",
                  "CZ3155",
                  "机场",
                  "6月11日 9:20",
                  "G12",
                  "南宁东",
                  19900010001d);
              row(sheet, 11, 2, "备注：请如实填写");
              merge(sheet, "C11:M11");
              row(sheet, 12, 3, "联系人：张三", null, null, "电话：0771-5501234");
            });

    List<ReadRow> rows = rows(file);
    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().origin())
        .returns("报名回执", RowOrigin::sheet)
        .returns(9, RowOrigin::row);
    PersonRow person = person(rows.getFirst());
    assertThat(person.name()).isEqualTo("欧阳娜");
    assertThat(person.phone()).isEqualTo("19900010001");
    assertThat(person.arrival())
        .isEqualTo(new Leg(LocalDateTime.parse("2026-06-08T14:35"), "NNG", "CZ3155"));
    assertThat(person.departure())
        .isEqualTo(new Leg(LocalDateTime.parse("2026-06-11T09:20"), "NND", "G12"));
  }

  @ParameterizedTest
  @EnumSource
  void covers_and_hidden_sheets_are_passed_over_and_every_other_table_is_read(Format format) {
    byte[] file =
        Workbooks.write(
            format,
            workbook -> {
              Sheet cover = workbook.createSheet("封面");
              row(cover, 1, 0, "参会回执");
              row(cover, 3, 0, "填报人", "李四", "电话", "0771-5501234");
              table(workbook.createSheet("去年"), 1, "旧人");
              table(workbook.createSheet("_data"), 1, "暗人");
              table(workbook.createSheet("代表"), 1, "王一");
              table(workbook.createSheet("工作人员"), 4, "王二");
              workbook.createSheet("Sheet3");
              workbook.setSheetVisibility(1, SheetVisibility.HIDDEN);
              workbook.setSheetVisibility(2, SheetVisibility.VERY_HIDDEN);
            });

    List<ReadRow> rows = rows(file);
    assertThat(names(rows)).containsExactly("王一", "王二");
    assertThat(rows)
        .extracting(row -> row.origin().sheet() + row.origin().row())
        .containsExactly("代表2", "工作人员5");
  }

  @ParameterizedTest
  @EnumSource
  void family_on_another_sheet_has_no_host(Format format) {
    byte[] file =
        Workbooks.write(
            format,
            workbook -> {
              table(workbook.createSheet("代表"), 1, "王一");
              Sheet family = workbook.createSheet("家属");
              row(family, 1, 0, "姓名", "性别", "级别", "手机", "随行家属");
              row(family, 2, 0, "李二", "女", "其他", null, "家属");
            });
    RosterAdmission admission = new RosterAdmission(List.of());

    List<Admission> admissions = rows(file).stream().map(admission::admit).toList();
    assertThat(admissions.getFirst()).isInstanceOf(Admission.Admitted.class);
    assertThat(waiting(((Admission.Waiting) admissions.getLast()).row()))
        .containsExactly("companion=家属");
  }

  @ParameterizedTest
  @EnumSource
  void numbers_are_read_without_exponent_and_point(Format format) {
    byte[] file =
        Workbooks.write(
            format,
            workbook -> {
              Sheet sheet = workbook.createSheet();
              row(sheet, 1, 0, "姓名", "性别", "级别", "手机", "到达车次");
              row(sheet, 2, 0, "王一", "男", "处级", 1.9900010001E10, 1235);
              row(sheet, 3, 0, "王二", "男", "处级", 1990001, null);
              row(sheet, 4, 0, "王三", "男", "处级", 7715501234d, null);
            });

    List<ReadRow> rows = rows(file);
    assertThat(person(rows.getFirst()).phone()).isEqualTo("19900010001");
    assertThat(Objects.requireNonNull(person(rows.getFirst()).arrival()).number())
        .isEqualTo("1235");
    assertThat(waiting(rows.get(1))).containsExactly("phone=1990001");
    assertThat(waiting(rows.get(2))).containsExactly("phone=7715501234");
  }

  @ParameterizedTest
  @EnumSource
  void a_cell_that_holds_a_formula_waits_with_its_own_text(Format format) {
    byte[] file =
        Workbooks.write(
            format,
            workbook -> {
              Sheet sheet = workbook.createSheet();
              row(sheet, 1, 0, "序号", "姓名", "性别", "级别", "职务", "备注");
              row(sheet, 2, 0, "=ROW()-1", "=HYPERLINK(\"http://x\")", "男", "处级", "=1+1", "=A2");
              row(sheet, 3, 0, "=ROW()-1", "王二", "男", "处级", "处长", "=A3");
            });

    List<ReadRow> rows = rows(file);
    assertThat(waiting(rows.getFirst()))
        .containsExactly("name==HYPERLINK(\"http://x\")", "title==1+1");
    assertThat(person(rows.getLast()).name()).isEqualTo("王二");
  }

  @Test
  void a_formula_filled_down_shows_its_text_in_each_row() {
    String cells = "<c r=\"B%d\" t=\"str\"><v>男</v></c><c r=\"C%d\" t=\"str\"><v>处级</v></c>";
    byte[] file =
        Workbooks.zip(
            Workbooks.parts(
                Workbooks.sheet(
                    Workbooks.inline("姓名", "性别", "级别")
                        + "<row r=\"2\"><c r=\"A2\"><f t=\"shared\" si=\"0\" ref=\"A2:A3\">F2&amp;$G$2&amp;\"A1\"</f><v>x</v></c>"
                        + cells.formatted(2, 2)
                        + "</row><row r=\"3\"><c r=\"A3\"><f t=\"shared\" si=\"0\"/><v>x</v></c>"
                        + cells.formatted(3, 3)
                        + "</row>")));

    assertThat(rows(file))
        .extracting(row -> waiting(row).getFirst())
        .containsExactly("name==F2&$G$2&\"A1\"", "name==F3&$G$2&\"A1\"");
  }

  @Test
  void an_error_waits() {
    byte[] file =
        Workbooks.zip(
            Workbooks.parts(
                Workbooks.sheet(
                    Workbooks.inline("姓名", "性别", "级别", "职务")
                        + Workbooks.inline("王一", "男", "处级")
                            .replace("</row>", "<c t=\"e\"><v>#N/A</v></c></row>"))));

    assertThat(waiting(rows(file).getFirst())).containsExactly("title=#N/A");
  }

  @Test
  void a_names_reading_above_it_is_no_part_of_the_name() {
    String name =
        "<c t=\"inlineStr\"><is><r><t>王</t></r><r><t>一_x000D_</t></r><rPh sb=\"0\" eb=\"1\"><t>Wang</t></rPh></is></c>";
    byte[] file =
        Workbooks.zip(
            Workbooks.parts(
                Workbooks.sheet(
                    Workbooks.inline("姓名", "性别", "级别")
                        + Workbooks.inline("男", "处级").replace("<row>", "<row>" + name))));

    assertThat(names(rows(file))).containsExactly("王一");
  }

  @ParameterizedTest
  @EnumSource
  void a_cell_merged_downwards_stands_in_each_row(Format format) {
    byte[] file =
        Workbooks.write(
            format,
            workbook -> {
              Sheet sheet = workbook.createSheet();
              row(sheet, 1, 0, "姓名", "性别", "级别", "到达时间");
              row(sheet, 2, 0, "王一", "男", "处级", "6月8日 14:35");
              row(sheet, 3, 0, "王二", "男", "处级");
              row(sheet, 4, 0, "王三", "男", "处级");
              merge(sheet, "D2:D3");
            });

    assertThat(rows(file))
        .extracting(row -> person(row).arrival() != null)
        .containsExactly(true, true, false);
  }

  @ParameterizedTest
  @EnumSource
  void a_line_across_the_table_is_no_person(Format format) {
    byte[] file =
        Workbooks.write(
            format,
            workbook -> {
              Sheet sheet = workbook.createSheet();
              row(sheet, 1, 0, "姓名", "性别", "级别", "手机");
              row(sheet, 2, 0, "工作人员");
              merge(sheet, "A2:D2");
              row(sheet, 3, 0, "王一", "男", "处级");
            });

    assertThat(names(rows(file))).containsExactly("王一");
  }

  @ParameterizedTest
  @EnumSource
  void a_second_name_under_a_group_on_family_waits_for_a_clerk(Format format) {
    byte[] file =
        Workbooks.write(
            format,
            workbook -> {
              Sheet sheet = workbook.createSheet();
              row(sheet, 1, 0, "姓名", "性别", "级别", "随行家属", null);
              row(sheet, 2, 3, "姓名", "性别");
              for (String merged : List.of("A1:A2", "B1:B2", "C1:C2", "D1:E1")) {
                merge(sheet, merged);
              }
              row(sheet, 3, 0, "王一", "男", "处级", "李二", "女");
              row(sheet, 4, 0, "王三", "男", "处级");
            });

    assertThat(waiting(rows(file).getFirst())).containsExactly("companion=李二");
    assertThat(person(rows(file).getLast()).name()).isEqualTo("王三");
  }

  private static void table(Sheet sheet, int row, String name) {
    row(sheet, row, 0, "姓名", "性别", "级别", "手机");
    row(sheet, row + 1, 0, name, "男", "处级");
  }

  private static void merge(Sheet sheet, String region) {
    sheet.addMergedRegion(CellRangeAddress.valueOf(region));
  }
}
