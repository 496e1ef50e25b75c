package org.huiwu.registration.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// A clerk looks at how a kept file was understood, and says what a heading means.
class RosterSheetsTest extends RealServers {
  private static final byte[] UNKNOWN_HEADER =
      "尊姓大名,性别,级别\n王一,男,处级\n".getBytes(StandardCharsets.UTF_8);

  @Test
  void a_file_without_a_known_header_is_shown_and_read_again_once_its_heading_is_known() {
    var desk = at(newConference("GD"));
    var refused = Rosters.finished(desk, desk.upload("rosters/GD.csv", UNKNOWN_HEADER));
    assertThat(refused.text("status")).isEqualTo("refused");
    var sheets = desk.get("/rosters/" + refused.text("id") + "/sheets").body();
    assertThat(sheets).hasSize(1);
    assertThat(sheets.at("/0/tables")).isEmpty();
    assertThat(sheets.at("/0/rows/0/cells/0").toString())
        .isEqualTo("{\"at\":0,\"column\":\"A\",\"text\":\"尊姓大名\",\"columns\":1}");

    desk.create(
        "/synonyms",
        """
        [{"kind": "HEADING", "wording": "尊姓大名", "meaning": "name", "delegation": "GD"}]\
        """);

    var understood = desk.get("/rosters/" + refused.text("id") + "/sheets").body();
    assertThat(understood.at("/0/tables/0/columns/0/field").asString()).isEqualTo("name");
    var again =
        Rosters.finished(desk, desk.create("/rosters/" + refused.text("id") + "/rereading", "{}"));
    assertThat(again.text("status")).isEqualTo("done");
    assertThat(again.body().path("people").asInt()).isEqualTo(1);
  }

  @Test
  void long_texts_are_shortened_and_a_roster_that_is_not_there_has_no_sheets() {
    var desk = at(newConference("GD"));
    var done =
        Rosters.finished(
            desk, desk.upload("rosters/GD.csv", Rosters.file("王一,男,处级," + "长".repeat(300) + ",,")));

    var cell = desk.get("/rosters/" + done.text("id") + "/sheets").body().at("/0/rows/1/cells/3");

    assertThat(cell.path("text").asString()).isEqualTo("长".repeat(80) + "…");
    assertThat(desk.get("/rosters/" + java.util.UUID.randomUUID() + "/sheets").code())
        .isEqualTo("roster-unknown");
  }
}
