package org.huiwu.registration.roster.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.registration.roster.reading.Rosters.csv;
import static org.huiwu.registration.roster.reading.Rosters.person;
import static org.huiwu.registration.roster.reading.Rosters.waiting;
import static org.huiwu.registration.roster.reading.Rosters.withCell;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

  @ParameterizedTest
  @CsvSource({"男,M", "女,F", "M,M", "f,F", "' 女 ',F", "Ｍ,M", "Female,F"})
  void gender_is_read_in_either_language(String text, Gender gender) {
    assertThat(person(csv("姓名,性别,级别", "王一," + text + ",处级").getFirst()).gender()).isEqualTo(gender);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?", "男?", "未知", "X", "男/女", "先生?"})
  void a_gender_outside_the_table_waits(String text) {
    assertThat(waiting(csv("姓名,性别,级别", "王一," + text + ",处级").getFirst()))
        .containsExactly("gender=" + text);
  }

  @ParameterizedTest
  @CsvSource({
    "省部级,1",
    "Ministerial,1",
    "厅局级,2",
    "司局级,2",
    "bureau,2",
    "县处级,3",
    "处级,3",
    "DIVISION,3",
    "其他,4",
    "Other,4",
    "'处 级',3"
  })
  void rank_is_read_in_every_wording(String text, int rank) {
    assertThat(person(csv("姓名,性别,级别", "王一,男," + text).getFirst()).rank()).isEqualTo(rank);
  }

  @ParameterizedTest
  @ValueSource(strings = {"正国级顾问", "科级", "2", "处级?", "处"})
  void a_rank_outside_the_table_waits(String text) {
    assertThat(waiting(csv("姓名,性别,级别", "王一,男," + text).getFirst())).containsExactly("rank=" + text);
  }

  @Test
  void a_row_without_name_gender_or_rank_waits_for_each() {
    assertThat(waiting(csv("姓名,性别,级别,职务,手机", ",,,处长,19900010001").getFirst()))
        .containsExactly("name=", "gender=", "rank=");
  }

  @Test
  void a_table_without_a_column_for_rank_lets_every_row_wait_for_it() {
    WaitingRow row = (WaitingRow) csv("姓名,性别", "王一,男").getFirst();

    assertThat(row.waiting())
        .containsExactly(new WaitingCell("", RosterField.RANK, "", WaitReason.MISSING));
  }

  @ParameterizedTest
  @CsvSource({
    "清真,HALAL",
    "清真餐,HALAL",
    "halal,HALAL",
    "素食,VEGETARIAN",
    "素,VEGETARIAN",
    "Vegetarian,VEGETARIAN",
    "'',NORMAL",
    "无,NORMAL",
    "正常,NORMAL",
    "None,NORMAL",
    "—,NORMAL"
  })
  void diet_is_read_and_normal_if_nothing_is_said(String text, Diet diet) {
    assertThat(person(withCell("饮食", text)).diet()).isEqualTo(diet);
  }

  @ParameterizedTest
  @ValueSource(strings = {"不吃辣,海鲜过敏", "清真、素食", "忌猪肉"})
  void a_diet_outside_the_table_waits(String text) {
    assertThat(waiting(withCell("饮食", text))).containsExactly("diet=" + text);
  }

  @ParameterizedTest
  @CsvSource({
    "百色,R1",
    "百色线,R1",
    "北海 线,R2",
    "柳州考察路线,R3",
    "r3,R3",
    "'',''",
    "不参加,''",
    "否,''",
    "None,''",
    "无,''",
    "/,''"
  })
  void a_route_is_known_by_name_with_or_without_line_or_by_code(String text, String code) {
    assertThat(person(withCell("考察路线", text)).route()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"桂林", "是", "百色、北海", "R9", "线"})
  void a_route_outside_the_table_waits(String text) {
    assertThat(waiting(withCell("考察路线", text))).containsExactly("route=" + text);
  }

  @Test
  void a_route_is_found_by_its_name_even_if_all_names_end_in_line() {
    RosterContext context =
        new RosterContext(
            Rosters.CONFERENCE.zone(), 2026, Map.of("N", "北线", "S", "南线"), Synonyms.standard());
    byte[] file = Rosters.text("姓名,性别,级别,路线", "王一,男,处级,南线", "王二,男,处级,北");

    assertThat(Rosters.rows(file, context))
        .extracting(row -> person(row).route())
        .containsExactly("S", "N");
  }

  @ParameterizedTest
  @CsvSource({
    "NNG,NNG",
    "南宁吴圩机场,NNG",
    "吴圩机场,NNG",
    "机场,NNG",
    "NND,NND",
    "南宁东站,NND",
    "南宁东,NND",
    "高铁东站,NND",
    "Nanning  East,NND",
    "self,self",
    "自驾,self",
    "自行前往,self",
    "Self-drive,self",
    "self drive,self",
    "SELF－DRIVE,self"
  })
  void places_are_read_in_every_wording(String text, String code) {
    Leg arrival = Objects.requireNonNull(person(withCell("到达地点", text)).arrival());
    assertThat(arrival).isEqualTo(new Leg(null, code, ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"桂林两江机场?", "桂林两江机场", "吴圩机场?", "东站", "无", "待定"})
  void a_place_outside_the_table_waits(String text) {
    assertThat(waiting(withCell("返程地点", text))).containsExactly("depart_at=" + text);
  }

  @ParameterizedTest
  @CsvSource({
    "19900010001,19900010001",
    "199-0001-0001,19900010001",
    "199 0001 0001,19900010001",
    "１９９０００１０００１,19900010001",
    "199—0001—0001,19900010001",
    "19900010001.0,19900010001",
    "+86 19900010001,19900010001",
    "+86-199-0001-0001,19900010001",
    "008619900010001,19900010001",
    "0771-5501234,07715501234",
    "(0771)5501234,07715501234",
    "（０７７１）５５０１２３４,07715501234",
    "010-66001234,01066001234",
    "020 8800 1234,02088001234",
    "+86 10 6600 1234,01066001234",
    "0771-5501234转801,07715501234-801",
    "0771-5501234-8,07715501234-8",
    "+852 2123 4567,+85221234567",
    "+1 (415) 555-0100,+14155550100",
    "0044 20 7946 0000,+442079460000",
    "'',''",
    "无,''"
  })
  void phones_are_read_however_they_are_spaced(String text, String phone) {
    assertThat(person(withCell("手机", text)).phone()).isEqualTo(phone);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1990001",
        "5501234",
        "12900010001",
        "199000100011",
        "19900010001/19900010002",
        "1.99E+10",
        "+86 1990001",
        "+12",
        "综合处",
        "19900010001(秘书)"
      })
  void what_is_no_mobile_no_landline_with_area_code_and_not_international_waits(String text) {
    assertThat(waiting(withCell("手机", text))).containsExactly("phone=" + text);
  }

  @ParameterizedTest
  @CsvSource({"CZ3155,CZ3155", "cz 3155,CZ3155", "ＣＺ３１５５,CZ3155", "D2025次,D2025", "G1 / K5,G1/K5"})
  void flights_and_trains_are_written_in_capitals_without_spaces(String text, String number) {
    Leg arrival = Objects.requireNonNull(person(withCell("到达航班/车次", text)).arrival());
    assertThat(arrival.number()).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "—", "/", "无", "-", "　"})
  void a_leg_of_which_nothing_is_said_is_unknown(String text) {
    assertThat(person(withCell("到达航班/车次", text)).arrival()).isNull();
  }

  @Test
  void a_title_keeps_its_words_and_loses_its_line_breaks() {
    assertThat(person(withCell("职务", " 厅长\n（主持工作）  、书记 ")).title()).isEqualTo("厅长 （主持工作） 、书记");
  }

  @ParameterizedTest
  @CsvSource({"家属,true", "是,true", "yes,true", "'',false", "否,false", "No,false", "本人,false"})
  void family_is_marked_in_the_column_on_accompanying(String text, boolean companion) {
    assertThat(person(withCell("随行人员", text)).companion()).isEqualTo(companion);
  }

  @ParameterizedTest
  @ValueSource(strings = {"秘书", "2", "家属?", "张夫人"})
  void anything_else_in_the_column_on_accompanying_waits(String text) {
    assertThat(waiting(withCell("随行人员", text))).containsExactly("companion=" + text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://x\")",
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-2+3+A1",
        "@SUM(A1:A9)",
        "\t=1+1",
        "＝1+1",
        " @x",
        "-处长"
      })
  void text_that_a_spreadsheet_would_run_waits(String text) {
    assertThat(waiting(withCell("职务", text))).containsExactly("title=" + text);
  }

  @Test
  void a_tab_before_a_phone_only_keeps_it_text() {
    assertThat(person(withCell("手机", "\t19900010001")).phone()).isEqualTo("19900010001");
  }
}
