package org.huiwu.registration.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A file that cannot be taken in says what is wrong with it and where, in Chinese and in English.
class RefusedRosterTest extends RealServers {
  private ClerksDesk desk;

  @BeforeEach
  void a_delegation() {
    desk = at(newConference("FJ"));
  }

  @Test
  void macros_are_told_by_their_part() throws IOException {
    var refused = desk.upload("rosters/FJ.xlsx", zip("xl/vbaProject.bin", "x"));

    assertThat(refused.text("status")).isEqualTo("refused");
    var problem = refused.body().path("problem");
    assertThat(problem.path("code").asString()).isEqualTo("roster-macros");
    assertThat(problem.path("where").asString()).isEqualTo("xl/vbaProject.bin");
    assertThat(problem.path("title").asString()).isEqualTo("名册含有宏");
    assertThat(problem.path("detail").asString()).contains("rosters/FJ.xlsx", "xl/vbaProject.bin");
    var english = desk.getIn("en", "/rosters/" + refused.text("id")).body().path("problem");
    assertThat(english.path("title").asString()).isEqualTo("The roster has macros");
    assertThat(english.path("status").asInt()).isEqualTo(422);
  }

  @Test
  void a_document_type_is_told_by_its_part() throws IOException {
    var refused = desk.upload("rosters/FJ.xlsx", zip("xl/workbook.xml", "<!DOCTYPE a><a/>"));

    assertThat(refused.body().path("problem").path("code").asString()).isEqualTo("roster-doctype");
    assertThat(refused.body().path("problem").path("where").asString())
        .isEqualTo("xl/workbook.xml");
    assertThat(desk.get("/participants").body()).isEmpty();
  }

  @Test
  void a_line_without_end_is_told_by_its_row() {
    var text = "姓名,性别,级别\n王一,男," + "处".repeat(40_000);
    var refused = desk.upload("rosters/FJ.csv", text.getBytes(StandardCharsets.UTF_8));

    var problem = refused.body().path("problem");
    assertThat(problem.path("code").asString()).isEqualTo("roster-text-too-long");
    assertThat(problem.path("where").asString()).isEqualTo("row 2");
  }

  @Test
  void a_file_beyond_the_limit_is_refused_at_the_door() {
    var refused = desk.upload("rosters/FJ.csv", new byte[24 * 1024 * 1024 + 1]);

    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.code()).isEqualTo("body-too-large");
    assertThat(desk.get("/rosters").body()).isEmpty();
  }

  private static byte[] zip(String part, String content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(part));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
