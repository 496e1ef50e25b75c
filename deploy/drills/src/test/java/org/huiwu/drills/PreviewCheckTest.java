package org.huiwu.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PreviewCheckTest {
  private static final JsonMapper JSON = new JsonMapper();

  private static final String REVISED =
      """
      [{"manifest": "site:S1", "version": 7, "lineCount": 2,
        "header": {"plates": {"before": "A", "after": "A B"}},
        "lines": {
          "%s": {"before": null, "after": {"delegation": "GX", "name": "wei", "diet": "halal", "seat": "%s"}},
          "id-2": {"before": {"delegation": "GX", "name": "li"}, "after": null}}}]\
      """;

  private static JsonNode revised(String id, String seat) {
    return JSON.readTree(REVISED.formatted(id, seat));
  }

  private static JsonNode impact(JsonNode revised) {
    var impact = JSON.createObjectNode();
    impact.set("manifests", revised);
    return impact;
  }

  private static List<String> compared(JsonNode ahead, JsonNode then) {
    return PreviewCheck.differences(impact(ahead), Optional.of(then), r -> r.path("lines"));
  }

  @Test
  void a_person_whom_the_change_makes_bears_another_id_then() {
    assertThat(compared(revised("ahead", "1"), revised("then", "1"))).isEmpty();
  }

  @Test
  void every_field_counts_also_those_that_are_the_platforms_own() {
    assertThat(compared(revised("id-1", "1"), revised("id-1", "2")))
        .singleElement()
        .asString()
        .startsWith("site:S1, line GX/wei")
        .contains("seat=1", "seat=2");
  }

  @Test
  void a_manifest_that_only_one_of_them_names_is_found() {
    assertThat(compared(JSON.createArrayNode(), revised("id-1", "1")))
        .anyMatch(d -> d.startsWith("site:S1, version: the preview said nothing, then it was 7"));
    assertThat(
            PreviewCheck.differences(
                impact(revised("id-1", "1")), Optional.empty(), r -> r.path("lines")))
        .anyMatch(d -> d.startsWith("site:S1, header plates: the preview said A -> A B"));
  }

  @Test
  void another_recipient_than_was_told_is_found() {
    var ahead =
        JSON.readTree(
            """
            {"manifests": [{"manifest": "site:S1", "version": 7, "recipients": ["SITE", "DRV"]}]}\
            """);
    var told =
        """
        [{"manifest": "site:S1", "version": 7, "recipients": [{"contact": "SITE"}, {"contact": "%s"}]}]\
        """;
    assertThat(PreviewCheck.recipients(ahead, JSON.readTree(told.formatted("DRV")))).isEmpty();
    assertThat(PreviewCheck.recipients(ahead, JSON.readTree(told.formatted("KIT")))).hasSize(2);
  }

  @Test
  void another_version_or_number_of_lines_is_found() {
    var then = revised("id-1", "1");
    var ahead =
        JSON.readTree(
            then.toString().replace("\"version\":7", "\"version\":8").replace(":2,", ":3,"));
    assertThat(compared(ahead, then)).hasSize(2);
  }

  @Test
  void a_line_that_is_not_struck_out_then_is_found() {
    var then = JSON.readTree(revised("id-1", "1").toString().replace("\"id-2\"", "\"id-3\""));
    assertThat(compared(revised("id-1", "1"), then)).isEmpty();
    var other = JSON.readTree(revised("id-1", "1").toString().replace("\"li\"", "\"lu\""));
    assertThat(compared(revised("id-1", "1"), other)).hasSize(2);
  }
}
