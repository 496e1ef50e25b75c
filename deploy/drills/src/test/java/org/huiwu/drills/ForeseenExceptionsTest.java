package org.huiwu.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ForeseenExceptionsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String OVER =
      """
      [{"kind": "over-seats", "trip": "T1", "plate": "A", "seats": 45, "people": %d}]\
      """;
  private static final String TOLD =
      """
      {"exceptions": [{"service": "transport-dispatch", "before": null,
        "exception": {"kind": "over-seats", "trip": "T1", "plate": "A", "seats": 45, "people": %d}}]}\
      """;
  private static final String UNPLACED =
      """
      [{"kind": "unplaced", "person": "%s", "delegation": "GX", "hotel": "H1", "host": null}]\
      """;

  private static Map<String, JsonNode> transport(String listed) {
    return listed("transport-dispatch", listed);
  }

  private static Map<String, JsonNode> listed(String service, String listed) {
    var all = new java.util.TreeMap<String, JsonNode>();
    for (var name : List.of("accommodation", "excursion", "registration", "transport-dispatch")) {
      all.put(name, JSON.readTree(name.equals(service) ? listed : "[]"));
    }
    return all;
  }

  private static List<String> differences(
      String impact, Map<String, JsonNode> before, Map<String, JsonNode> after) {
    return ForeseenExceptions.differences(JSON.readTree(impact), before, after);
  }

  @Test
  void what_was_told_and_came_is_equal() {
    assertThat(differences(TOLD.formatted(46), transport("[]"), transport(OVER.formatted(46))))
        .isEmpty();
  }

  @Test
  void what_was_not_told_is_found_and_so_is_what_did_not_come() {
    assertThat(differences("{}", transport("[]"), transport(OVER.formatted(46)))).hasSize(1);
    assertThat(differences(TOLD.formatted(46), transport("[]"), transport("[]"))).hasSize(1);
    assertThat(differences(TOLD.formatted(47), transport("[]"), transport(OVER.formatted(46))))
        .hasSize(2);
  }

  @Test
  void what_only_gets_better_need_not_be_told() {
    assertThat(differences("{}", transport(OVER.formatted(47)), transport(OVER.formatted(46))))
        .isEmpty();
  }

  @Test
  void a_person_whom_the_change_makes_bears_another_id_then() {
    var impact =
        """
        {"exceptions": [{"service": "accommodation", "exception":
          {"kind": "unplaced", "person": "ahead", "delegation": "GX", "hotel": "H1", "host": null}}]}\
        """;
    var none = listed("accommodation", "[]");
    assertThat(differences(impact, none, listed("accommodation", UNPLACED.formatted("then"))))
        .isEmpty();
  }
}
