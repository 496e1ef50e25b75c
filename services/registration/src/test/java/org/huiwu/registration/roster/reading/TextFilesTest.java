package org.huiwu.registration.roster.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.registration.roster.reading.Rosters.names;
import static org.huiwu.registration.roster.reading.Rosters.person;
import static org.huiwu.registration.roster.reading.Rosters.rows;
import static org.huiwu.registration.roster.reading.Rosters.waiting;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFilesTest {
  private static final String ROSTER =
      "姓名,性别,级别,职务\n任𬱖,男,处级,\"处长,主任\"\n向　㛃,女,处级,\"称\"\"老师\"\"\"\n";

  @ParameterizedTest
  @CsvSource({"UTF-8,''", "UTF-8,\uFEFF", "GB18030,''", "UTF-16LE,\uFEFF", "UTF-16BE,\uFEFF"})
  void every_encoding_is_told_by_the_content(String charset, String mark) {
    List<ReadRow> rows = rows((mark + ROSTER).getBytes(Charset.forName(charset)));

    assertThat(names(rows)).containsExactly("任𬱖", "向㛃");
    assertThat(rows).extracting(row -> person(row).title()).containsExactly("处长,主任", "称\"老师\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void every_line_ending_will_do(String ending) {
    assertThat(names(rows(bytes(ROSTER.replace("\n", ending))))).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t", ";", ","})
  void tabs_and_semicolons_divide_fields_too(String delimiter) {
    String text = "北京市报名表;附注,一\n姓名|性别|级别|职务\n王一|男|处级|\"处长,主任;书记\t兼\"\n".replace("|", delimiter);

    ReadRow row = rows(bytes("\uFEFF" + text)).getFirst();
    assertThat(person(row).title()).isEqualTo("处长,主任;书记 兼");
  }

  @Test
  void a_tab_separated_file_may_hold_commas_in_every_row() {
    String text = "姓名\t性别\t级别\t职务,单位\n王一\t男\t处级\t处长,主任,书记\n";

    assertThat(names(rows(bytes(text)))).containsExactly("王一");
  }

  @Test
  void a_line_break_within_quotes_begins_no_row() {
    List<ReadRow> rows = rows(bytes("姓名,性别,级别,职务\n王一,男,处级,\"处长\n主任\"\n王二,男,处级,\n"));

    assertThat(person(rows.getFirst()).title()).isEqualTo("处长 主任");
    assertThat(rows.getLast().origin().row()).isEqualTo(3);
  }

  @Test
  void a_quotation_mark_that_nothing_closes_is_a_character_and_swallows_no_rows() {
    List<ReadRow> rows = rows(bytes("姓名,性别,级别,职务\n\"王一,男,处级,\n王二,男,处级,\"处长\"\n王三,男,处级,\"处\n"));

    assertThat(rows).hasSize(3);
    assertThat(waiting(rows.getFirst())).containsExactly("name=\"王一");
    assertThat(person(rows.get(1)).title()).isEqualTo("处长");
    assertThat(person(rows.get(2)).title()).isEqualTo("\"处");
  }

  @Test
  void the_delegation_is_named_by_the_file() {
    assertThat(RosterReader.delegationOf("rosters/GD.xlsx")).isEqualTo("GD");
    assertThat(RosterReader.delegationOf("C:\\回执\\BT.csv")).isEqualTo("BT");
    assertThat(RosterReader.delegationOf("MIN")).isEqualTo("MIN");
    assertThat(FileProblem.unknownDelegation("ZZ"))
        .isEqualTo(new FileProblem(FileProblem.Kind.DELEGATION, "ZZ", null, ""));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
