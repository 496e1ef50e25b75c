package org.huiwu.registration.roster.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.huiwu.registration.roster.reading.Rosters.csv;
import static org.huiwu.registration.roster.reading.Rosters.person;
import static org.huiwu.registration.roster.reading.Rosters.waiting;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SynonymsTest {

  @Test
  void a_clerk_extends_every_table_without_code() {
    Synonyms extended =
        Synonyms.standard()
            .with(SynonymKind.HEADING, "大名", "name")
            .with(SynonymKind.PART, "抵宁", "arrival")
            .with(SynonymKind.GENDER, "小伙", "M")
            .with(SynonymKind.RANK, "科级", "4")
            .with(SynonymKind.DIET, "回族餐", "halal")
            .with(SynonymKind.PLACE, "埌东站", "LD")
            .with(SynonymKind.ROUTE, "红色之旅", "R1")
            .with(SynonymKind.COMPANION, "配偶", "yes")
            .with(SynonymKind.BLANK, "未填", "any")
            .with(SynonymKind.NOTE, "抄送", "word");
    byte[] file =
        Rosters.text(
            "大名,性别,级别,饮食,抵宁车站,路线,家属,手机",
            "王一,小伙,科级,回族餐,埌东站,红色之旅线,配偶,未填",
            "抄送办公室,,,,,,,",
            "抄送 办公室,,,,,,,");

    PersonRow person = person(Rosters.rows(file, with(extended)).getFirst());
    assertThat(person)
        .returns(Gender.M, PersonRow::gender)
        .returns(4, PersonRow::rank)
        .returns(Diet.HALAL, PersonRow::diet)
        .returns("R1", PersonRow::route)
        .returns(true, PersonRow::companion);
    assertThat(Objects.requireNonNull(person.arrival()).place()).isEqualTo("LD");
    assertThat(Rosters.rows(file, with(extended))).hasSize(1);
  }

  @Test
  void columns_that_are_headed_alike_are_told_apart_by_their_place() {
    byte[] file = Rosters.text("姓名,性别,级别,电话,电话,备注,备注", "王一,男,厅局级,0771-1,13877100001,素食,A");
    Synonyms extended =
        Synonyms.standard()
            .with(SynonymKind.NTH_HEADING, "电话#1", "none")
            .with(SynonymKind.NTH_HEADING, "电话#2", "phone")
            .with(SynonymKind.NTH_HEADING, "备注#1", "diet");

    assertThat(person(Rosters.rows(file, with(extended)).getFirst()))
        .returns("13877100001", PersonRow::phone)
        .returns(Diet.VEGETARIAN, PersonRow::diet);
  }

  @Test
  void which_of_several_must_be_said() {
    for (var wording : new String[] {"电话", "电话#0", "电话#", "电话#x"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Synonyms.standard().with(SynonymKind.NTH_HEADING, wording, "phone"));
    }
  }

  @Test
  void what_one_office_adds_is_not_there_for_another() {
    Synonyms standard = Synonyms.standard();
    standard.with(SynonymKind.RANK, "科级", "4");

    assertThat(standard.find(SynonymKind.RANK, "科级")).isEmpty();
  }

  @Test
  void what_is_added_later_wins() {
    Synonyms extended =
        Synonyms.standard()
            .with(SynonymKind.PLACE, "机场", "KWL")
            .with(SynonymKind.HEADING, "备用手机", "phone");

    assertThat(extended.find(SynonymKind.PLACE, "机 场")).contains("KWL");
    byte[] file = Rosters.text("姓名,性别,级别,手机,备用手机", "王一,男,处级,19900010001,19900010002");
    assertThat(person(Rosters.rows(file, with(extended)).getFirst()).phone())
        .isEqualTo("19900010002");
  }

  @Test
  void a_meaning_that_a_table_cannot_have_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Synonyms.standard().with(SynonymKind.RANK, "科级", "5"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Synonyms.standard().with(SynonymKind.HEADING, "大名", "nickname"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Synonyms.standard().with(SynonymKind.GENDER, " ", "M"));
  }

  @Test
  void a_clerk_settles_a_waiting_row_in_the_words_of_the_tables() {
    WaitingRow row =
        (WaitingRow) csv("姓名,性别,级别,到达时间,返程时间", "王一,?,正国级顾问,8日下午,6月11日 9:20").getFirst();

    ReadRow half = new RosterReader().settle(row, Map.of(RosterField.GENDER, "女"), context());
    assertThat(waiting(half)).containsExactly("rank=正国级顾问", "arrive=8日下午");

    PersonRow settled =
        person(
            new RosterReader()
                .settle(
                    (WaitingRow) half,
                    Map.of(RosterField.RANK, "省部级", RosterField.ARRIVE, "6月8日 15:00"),
                    context()));
    assertThat(settled.gender()).isEqualTo(Gender.F);
    assertThat(settled.rank()).isEqualTo(1);
    assertThat(settled.origin().row()).isEqualTo(2);
  }

  @Test
  void a_formula_is_settled_by_plain_text_and_by_no_other_formula() {
    WaitingRow row = (WaitingRow) csv("姓名,性别,级别", "=A1,男,处级").getFirst();

    assertThat(waiting(new RosterReader().settle(row, Map.of(RosterField.NAME, "=B1"), context())))
        .containsExactly("name==B1");
    assertThat(
            person(new RosterReader().settle(row, Map.of(RosterField.NAME, "王一"), context()))
                .name())
        .isEqualTo("王一");
  }

  @Test
  void a_column_that_the_table_lacks_is_settled_too() {
    WaitingRow row = (WaitingRow) csv("姓名,性别", "王一,男").getFirst();

    ReadRow settled = new RosterReader().settle(row, Map.of(RosterField.RANK, "Bureau"), context());
    assertThat(person(settled).rank()).isEqualTo(2);
  }

  private static RosterContext context() {
    return Rosters.CONFERENCE;
  }

  private static RosterContext with(Synonyms synonyms) {
    RosterContext conference = Rosters.CONFERENCE;
    return new RosterContext(conference.zone(), conference.year(), conference.routes(), synonyms);
  }
}
