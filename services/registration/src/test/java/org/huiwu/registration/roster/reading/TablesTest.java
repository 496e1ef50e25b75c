package org.huiwu.registration.roster.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.registration.roster.reading.Rosters.csv;
import static org.huiwu.registration.roster.reading.Rosters.names;
import static org.huiwu.registration.roster.reading.Rosters.person;
import static org.huiwu.registration.roster.reading.Rosters.waiting;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {
  private static final Leg ARRIVAL =
      new Leg(LocalDateTime.parse("2026-06-08T14:35"), "NNG", "CZ3155");
  private static final Leg DEPARTURE =
      new Leg(LocalDateTime.parse("2026-06-11T09:20"), "NND", "G12");

  /// The cells of one full row, in the order of the fields.
  private static final List<String> FULL =
      List.of(
          "王一",
          "女",
          "处级",
          "处长",
          "19900010001",
          "清真",
          "6月8日 14:35",
          "CZ3155",
          "机场",
          "6月11日 9:20",
          "G12",
          "南宁东",
          "北海",
          "");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "姓名,性别,级别,职务,手机,饮食,到达时间,到达航班/车次,到达地点,返程时间,返程航班/车次,返程地点,考察路线,随行人员",
        "姓 名,性 别,级 别,职 务,联系电话,饮食要求,抵邕时间,抵达航班(车次),抵达机场/车站,离邕时间,返程航班(车次),返程机场/车站,考察路线意向,与参会代表关系",
        "参会人员姓名,性别,行政级别,单位及职务,手机号码,用餐要求,到达日期时间,航班/车次,到达站,返程日期时间,返程航班,返程站,参加考察,随行家属",
        "Name,Gender,Rank,Title,Mobile,Diet,Arrival,Arrival flight/train,Arrival place,Departure,Departure flight/train,Departure place,Excursion,Accompanying",
        "Full Name,Sex,Level,Job Title,Tel.,Dietary requirements,Arrival Date & Time,Arrival Train/Flight No.,Arrival Station,Departure Time,Return flight,Departure airport,Excursion route,Accompanying person",
        "与会代表姓名*,性别（男/女）,职务级别,职务/职称,手机（必填）,餐饮习惯,到会时间（格式：6月8日 14:35）,来程车次/航班号,抵达站点,离会时间,返程车次/航班号,离开站点,参观线路,是否家属",
        "姓名 Name,性别 Gender,级别 Rank,职务 Title,联系方式 Phone,忌口 Diet,到达时间 Arrival time,到达航班 Arrival flight,到达地点 Arrival place,离开时间 Departure time,离开航班 Departure flight,离开地点 Departure place,考察路线 Route,随行 Family",
        "嘉宾姓名,性别,级别,单位职务,移动电话,餐食,抵桂时间,抵桂航班,抵桂机场,离桂时间,离桂航班,离桂机场,选择的考察线路,陪同家属",
        "姓名,性别,级别,职务,手机,饮食,时间(到达),航班/车次(到达),地点(到达),时间(返程),返程(航班/车次),地点(返程),路线,家属",
        "姓名,性别,级别,职务,手机,饮食,到达时间,航班/车次,地点,返程时间,航班/车次,地点,路线,家属",
        "姓名,性别,级别,职务,手机,饮食,到南宁时间,到南宁车次,到达车站,离南宁时间,离南宁车次,离南宁车站,参观考察,随行人员（家属）"
      })
  void headings_are_known_in_many_wordings(String header) {
    ReadRow row = csv(header, String.join(",", FULL)).getFirst();

    PersonRow person = person(row);
    assertThat(person.arrival()).isEqualTo(ARRIVAL);
    assertThat(person.departure()).isEqualTo(DEPARTURE);
    assertThat(person)
        .returns("王一", PersonRow::name)
        .returns(Gender.F, PersonRow::gender)
        .returns(3, PersonRow::rank)
        .returns("处长", PersonRow::title)
        .returns("19900010001", PersonRow::phone)
        .returns(Diet.HALAL, PersonRow::diet)
        .returns("R2", PersonRow::route);
    assertThat(row.origin().cells()).hasSize(14);
  }

  @Test
  void columns_stand_in_any_order_and_others_between_them() {
    PersonRow person =
        person(
            csv("序号,民族,随行家属,到达站,级别,姓名,身份证号码,返程站,性别,备注", "1,汉,,机场,处级,王一,=A1,自驾,男,=B2").getFirst());

    assertThat(person.name()).isEqualTo("王一");
    assertThat(person.arrival()).isEqualTo(new Leg(null, "NNG", ""));
    assertThat(person.departure()).isEqualTo(new Leg(null, "self", ""));
  }

  @Test
  void waiting_cells_come_once_each_in_the_order_of_the_columns() {
    assertThat(waiting(csv("手机,级别,到达时间,姓名,性别", "12,X,8日,王一,?").getFirst()))
        .containsExactly("phone=12", "rank=X", "arrive=8日", "gender=?");
  }

  @Test
  void a_bare_heading_beside_one_of_the_return_is_the_arrivals() {
    PersonRow person =
        person(csv("姓名,性别,级别,返程航班,航班/车次,返程站,到达站", "王一,男,处级,G12,CZ3155,南宁东,机场").getFirst());

    assertThat(person.arrival()).isEqualTo(new Leg(null, "NNG", "CZ3155"));
    assertThat(person.departure()).isEqualTo(new Leg(null, "NND", "G12"));
  }

  @Test
  void of_two_bare_headings_the_first_belongs_to_the_leg_spoken_of_first() {
    PersonRow person = person(csv("姓名,性别,级别,返程时间,航班,到达时间,航班", "王一,男,处级,,G12,,CZ3155").getFirst());

    assertThat(person.arrival()).isEqualTo(new Leg(null, "", "CZ3155"));
    assertThat(person.departure()).isEqualTo(new Leg(null, "", "G12"));
  }

  @Test
  void a_mobile_is_taken_before_an_office_phone() {
    assertThat(
            person(csv("姓名,性别,级别,办公电话,手机", "王一,男,处级,0771-5501234,19900010001").getFirst()).phone())
        .isEqualTo("19900010001");
  }

  @Test
  void a_header_of_two_rows_without_merging_is_read_by_its_groups() {
    List<ReadRow> rows =
        csv(
            "姓名,性别,级别,职务,手机,饮食,到达信息,,,返程信息,,,考察路线,随行人员",
            ",,,,,,时间,航班/车次,地点,时间,航班/车次,地点,,",
            String.join(",", FULL));

    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().origin().row()).isEqualTo(3);
    assertThat(person(rows.getFirst()).arrival()).isEqualTo(ARRIVAL);
    assertThat(person(rows.getFirst()).departure()).isEqualTo(DEPARTURE);
  }

  @Test
  void a_header_of_two_rows_is_read_in_english_too() {
    List<ReadRow> rows =
        csv(
            "No.,Personal,,,Arrival,,,Departure,,",
            ",Name,Gender,Rank,Time,No.,Place,Time,No.,Place",
            "1,John Smith,M,Other,2026-06-08 14:35,cz3155,NNG,2026-06-11 09:20,G12,NND");

    assertThat(person(rows.getFirst()).arrival()).isEqualTo(ARRIVAL);
    assertThat(person(rows.getFirst()).departure()).isEqualTo(DEPARTURE);
  }

  @Test
  void a_header_may_need_both_of_its_rows_to_be_one() {
    List<ReadRow> rows =
        csv("参会人员报名表,,,,,", "姓名,个人情况,,返程,,", ",性别,级别,时间,车次,车站", "王一,男,处级,6月11日 9:20,G12,南宁东");

    assertThat(person(rows.getFirst()).departure()).isEqualTo(DEPARTURE);
  }

  @Test
  void titles_and_stamp_lines_above_are_passed_over() {
    List<ReadRow> rows =
        csv(
            "关于全国城镇污水处理经验交流会考察路线的报名回执,,,",
            "填报单位（盖章）：北京市,,填报日期：2026年6月3日,",
            "联系人姓名,张三,联系电话,0771-5501234",
            "",
            "姓名,性别,级别,手机",
            "王一,男,处级,");

    assertThat(names(rows)).containsExactly("王一");
    assertThat(rows.getFirst().origin().row()).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "备注:1.请如实填写;2.随行家属请注明。,,,,",
        "联系人:综合处  电话:0771-0000000,,,,",
        "联系人：张三,,电话：0771-5501234,,",
        "联系人,张三,,0771-5501234,",
        "合计 8 人,,,,",
        "合计,8人,,,",
        "合计,=COUNTA(B2:B9),,,",
        "共8人,,,,",
        "本表共 8 人,,,,",
        "填报人：李四,,,审核人：赵五,",
        "单位负责人签字,,,,",
        "2026年6月3日,,,,",
        "北京市（盖章）,,,,",
        "一、正式代表,,,,",
        "(二)工作人员,,,,",
        "※ 请于6月4日前报送,,,,",
        "以上信息均已核对,,,,",
        "Note: please fill in all cells,,,,",
        ",,,,8",
        ",,以上共八人,,",
        "9,,,,",
        ",,,,"
      })
  void notes_and_numbers_below_a_table_are_no_rows(String line) {
    assertThat(names(csv("姓名,性别,级别,手机,序号", "王一,男,处级,19900010001,1", line))).containsExactly("王一");
    assertThat(names(csv("序号,姓名,级别,手机,性别", "1,王一,处级,19900010001,男", line))).containsExactly("王一");
  }

  @Test
  void a_row_with_cells_of_a_person_and_no_name_waits() {
    assertThat(waiting(csv("姓名,性别,级别", ",男,处级").getFirst())).containsExactly("name=");
  }

  @Test
  void a_name_alone_is_a_person_of_whom_the_rest_is_missing() {
    assertThat(waiting(csv("序号,姓名,性别,级别", "1,王一,,").getFirst()))
        .containsExactly("gender=", "rank=");
  }

  @Test
  void a_person_whose_name_cell_reads_like_a_note_waits() {
    assertThat(waiting(csv("姓名,性别,级别", "例：张三,男,处级").getFirst())).containsExactly("name=例：张三");
  }

  @Test
  void a_numbered_row_with_only_the_forms_own_defaults_is_empty() {
    assertThat(csv("序号,姓名,性别,级别,饮食,家属,路线", "1,,,,无,否,不参加", "2,,,,正常,,")).isEmpty();
  }

  @Test
  void a_header_that_comes_again_is_passed_over() {
    List<ReadRow> rows =
        csv(
            "姓名,性别,级别,到达信息,",
            ",,,时间,地点",
            "王一,男,处级,,",
            "",
            "姓名,性别,级别,到达信息,",
            ",,,时间,地点",
            "王二,男,处级,6月8日 14:35,机场");

    assertThat(names(rows)).containsExactly("王一", "王二");
    assertThat(rows).extracting(row -> row.origin().table()).containsOnly(1);
  }

  @Test
  void the_row_above_a_header_that_comes_again_is_no_group() {
    String header = "姓名,职务,性别,级别,航班/车次,返程航班";
    String person = "王一,离退休处长,男,处级,CZ3155,G12";
    List<ReadRow> rows = csv(header, person, header, person.replace("王一", "王二"));

    assertThat(rows)
        .extracting(row -> person(row).arrival())
        .containsOnly(new Leg(null, "", "CZ3155"));
    assertThat(rows).extracting(row -> row.origin().table()).containsOnly(1);
  }

  @Test
  void a_title_right_above_a_header_is_no_group() {
    PersonRow person =
        person(csv("返程登记表,,,,", "姓名,性别,级别,航班,返程航班", "王一,男,处级,CZ3155,G12").getFirst());

    assertThat(person.arrival()).isEqualTo(new Leg(null, "", "CZ3155"));
    assertThat(person.departure()).isEqualTo(new Leg(null, "", "G12"));
  }

  @Test
  void a_second_table_below_may_have_other_columns() {
    List<ReadRow> rows = csv("姓名,性别,级别", "王一,男,处级", "备注:以下为工作人员。", "级别,性别,姓名", "其他,女,王二");

    assertThat(names(rows)).containsExactly("王一", "王二");
    assertThat(rows).extracting(row -> row.origin().table()).containsExactly(1, 2);
  }

  @ParameterizedTest
  @CsvSource({"'编号,备注\n1,无'", "'姓名,电话\n王一,19900010001'", "'性别,级别\n男,处级'", "'无标题'"})
  void a_file_without_a_header_has_that_problem(String text) {
    FileProblem problem =
        Rosters.problem(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), "QH.csv");
    assertThat(problem.kind().wire()).isEqualTo("header");
    assertThat(problem.value()).isEmpty();
  }

  @Test
  void a_header_without_people_is_a_roster_of_nobody() {
    assertThat(csv("姓名,性别,级别")).isEmpty();
    assertThat(csv("姓名,性别,级别,到达信息,", ",,,时间,地点")).isEmpty();
  }

  @Test
  void rows_keep_the_sheets_own_numbers() {
    List<ReadRow> rows = csv("", "", "姓名,性别,级别", "", "\"王\n一\",男,处级", "", "王二,男,处级");

    assertThat(rows).extracting(row -> row.origin().row()).containsExactly(5, 7);
  }

  @Test
  void many_people_are_all_read() {
    String[] lines =
        IntStream.rangeClosed(0, 3_000)
            .mapToObj(i -> i == 0 ? "姓名,性别,级别" : "王" + Character.toString(0x4E00 + i) + ",男,处级")
            .toArray(String[]::new);
    assertThat(csv(lines)).hasSize(3_000);
  }
}
