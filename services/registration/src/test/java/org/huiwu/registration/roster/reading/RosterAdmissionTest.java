package org.huiwu.registration.roster.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.registration.roster.reading.Rosters.csv;
import static org.huiwu.registration.roster.reading.Rosters.waiting;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RosterAdmissionTest {

  @Test
  void everybody_new_goes_in_and_family_with_the_delegate_above() {
    assertThat(admit(List.of(), "王一,男,处级,", "李二,女,其他,家属", "李小,男,其他,是", "王三,男,处级,"))
        .containsExactly("王一", "李二<王一", "李小<王一", "王三");
  }

  @Test
  void a_name_already_in_the_delegation_waits_whatever_else_the_row_says() {
    assertThat(admit(List.of("王一"), "王　一,女,其他,")).containsExactly("name=王　一");
    assertThat(admit(List.of("买买提·艾力"), "买买提•艾力,男,处级,", "John Smith,M,其他,", "JOHN SMITH,M,其他,"))
        .containsExactly("name=买买提•艾力", "John Smith", "name=JOHN SMITH");
  }

  @Test
  void a_name_that_only_waits_is_not_yet_in_the_delegation() {
    assertThat(admit(List.of(), "王一,?,处级,", "王一,男,处级,", "王一,男,处级,"))
        .containsExactly("gender=?", "王一", "name=王一");
  }

  @Test
  void a_row_waits_for_all_its_reasons_at_once() {
    assertThat(admit(List.of("王一"), "王一,?,X,家属"))
        .containsExactly("name=王一 gender=? rank=X companion=家属");
  }

  @Test
  void family_with_no_host_above_it_waits() {
    assertThat(admit(List.of(), "李二,女,其他,家属", "王一,男,处级,", "李三,女,其他,家属"))
        .containsExactly("companion=家属", "王一", "李三<王一");
  }

  @Test
  void family_under_a_host_who_waits_waits_too() {
    assertThat(admit(List.of(), "王零,男,处级,", "王一,?,处级,", "李二,女,其他,家属"))
        .containsExactly("王零", "gender=?", "companion=家属");
    assertThat(admit(List.of(), "王零,男,处级,", ",男,处级,", "李二,女,其他,家属"))
        .containsExactly("王零", "name=", "companion=家属");
  }

  @Test
  void family_under_a_row_that_may_itself_be_family_waits() {
    assertThat(admit(List.of(), "王零,男,处级,", "王一,男,处级,秘书", "李二,女,其他,家属"))
        .containsExactly("王零", "companion=秘书", "companion=家属");
  }

  @Test
  void family_under_a_repetition_of_one_who_is_in_counts_as_under_that_one() {
    assertThat(admit(List.of("王一"), "王一,男,处级,", "李二,女,其他,家属")).containsExactly("name=王一", "李二<王一");
    assertThat(admit(List.of("王一"), "王　一,?,处级,", "李二,女,其他,家属"))
        .containsExactly("name=王　一 gender=?", "李二<王一");
  }

  @Test
  void family_that_waits_does_not_change_the_host() {
    assertThat(admit(List.of(), "王一,男,处级,", "李二,?,其他,家属", "李三,女,其他,家属"))
        .containsExactly("王一", "gender=?", "李三<王一");
  }

  @Test
  void a_file_imported_twice_changes_nothing() {
    String[] rows = {"王一,男,处级,", "李二,女,其他,家属"};

    assertThat(admit(List.of("王一", "李二"), rows)).containsExactly("name=王一", "name=李二");
  }

  @Test
  void a_page_that_repeats_the_header_keeps_the_host_and_another_table_does_not() {
    String header = "姓名,性别,级别,家属";
    assertThat(admit(List.of(), "王一,男,处级,", header, "李二,女,其他,家属")).containsExactly("王一", "李二<王一");
    assertThat(admit(List.of(), "王一,男,处级,", "性别,姓名,级别,家属", "女,李二,其他,家属"))
        .containsExactly("王一", "companion=家属");
  }

  /// Each row as `name`, `name<host`, or the cells that wait.
  private static List<String> admit(List<String> names, String... rows) {
    RosterAdmission admission = new RosterAdmission(names);
    String[] lines =
        Stream.concat(Stream.of("姓名,性别,级别,家属"), Arrays.stream(rows)).toArray(String[]::new);
    return csv(lines).stream().map(admission::admit).map(RosterAdmissionTest::told).toList();
  }

  private static String told(Admission admission) {
    return switch (admission) {
      case Admission.Admitted(PersonRow person, var host) ->
          host == null ? person.name() : person.name() + "<" + host;
      case Admission.Waiting(WaitingRow row, _) -> String.join(" ", waiting(row));
    };
  }
}
