package org.huiwu.notification.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.huiwu.notification.Owner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// The duty room's calls as a list, and each with what to read out.
class CallListTest extends Escalated {
  @Autowired private CallTasks tasks;
  @Autowired private ReadOut readOut;

  private UUID opened(String manifest, @Nullable String due, @Nullable String leftOnRed) {
    return changes.locked(
        conference,
        () ->
            tasks.open(
                conference,
                "",
                manifest,
                due == null ? null : LocalDateTime.parse(due),
                leftOnRed));
  }

  private List<String> manifests(String query) {
    return desk.get("/call-tasks" + query).body().findValuesAsString("manifest");
  }

  @Test
  void the_open_calls_are_listed_the_most_pressing_first_and_no_more_than_asked_for() {
    itIs("2026-06-09T08:00");
    opened("site:none", null, null);
    opened("site:late", "2026-06-09T12:00", null);
    opened("site:soon", "2026-06-09T08:30", null);
    var red = opened("site:red", "2026-06-09T16:00", "X1");
    assertThat(manifests("")).containsExactly("site:red", "site:soon", "site:late", "site:none");
    assertThat(manifests("?limit=2")).containsExactly("site:red", "site:soon");
    assertThat(reports(red, "{\"outcome\": \"passed-on\"}").status()).isEqualTo(201);
    assertThat(manifests("")).containsExactly("site:soon", "site:late", "site:none");
    assertThat(manifests("?open=false")).endsWith("site:red").hasSize(4);
  }

  @Test
  void what_to_read_out_is_with_the_one_call_to_which_the_duty_list_leads() {
    listed("site:S1");
    itIs("2026-06-09T08:00");
    live.goesLive();
    var task = opened("site:S1", null, null);
    assertThat(desk.get("/call-tasks").body().path(0).path("readOut")).isEmpty();
    assertThat(desk.get("/call-tasks/" + UUID.randomUUID()).code()).isEqualTo("call-task-unknown");
    var link = item("call:" + task).path("link").asString();
    var one = desk.get(link.substring(("/conferences/" + conference).length())).body();
    assertThat(one.path("id").asString()).isEqualTo(task.toString());
    assertThat(one.path("readOut").toString()).contains("张三");
  }

  private JsonNode item(String key) {
    return desk.get("/duty/open")
        .body()
        .path("items")
        .valueStream()
        .filter(i -> i.path("key").asString().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_bus_that_has_left_on_red_is_before_all_others_on_the_duty_list() {
    contact("LIA", "liaison");
    live.trip("X1", "LIA", "2026-06-09T14:00");
    listed("trip:X1");
    itIs("2026-06-09T13:50");
    live.goesLive();
    var red = opened("site:S1", "2026-06-09T19:00", "X9");
    var items = desk.get("/duty/open").body().path("items");
    assertThat(items.findValuesAsString("urgency").stream().filter("critical"::equals).count())
        .isGreaterThan(1);
    assertThat(items.path(0).path("key").asString()).isEqualTo("call:" + red);
    assertThat(items.path(0).path("kind").asString()).isEqualTo("left-on-red");
  }

  private List<String> said(String manifest, Map<String, Map<String, String>> lines) {
    live.revises(new Owner(manifest).says(lines));
    return readOut.of(conference, manifest, 0, 1, Locale.CHINESE);
  }

  @Test
  void a_hotel_is_told_the_nights_and_the_room_and_a_driver_the_flight() {
    assertThat(
            said(
                "rooming:H1",
                Map.of(
                    "p1",
                    Map.of(
                        "name",
                        "张三",
                        "from",
                        "2026-06-08",
                        "to",
                        "2026-06-10",
                        "room",
                        "301",
                        "delegation",
                        "D1",
                        "sex",
                        "M"))))
        .contains("增加 张三（入住6月8日，离店6月10日，房间301，代表团D1）");
    assertThat(
            said(
                "trip:P1",
                Map.of(
                    "p1",
                    Map.of("name", "李四", "number", "CA1", "time", "09:30", "delegation", "D2"))))
        .contains("增加 李四（时间09:30，航班/车次CA1，代表团D2）");
    assertThat(said("trip:P2", Map.of("p1", Map.of("name", "王五"))))
        .as("no brackets around nothing")
        .contains("增加 王五");
  }

  @Test
  void codes_are_read_out_as_words_and_who_never_acknowledged_is_not_told_of_a_version_nought() {
    assertThat(said("site:S9", Map.of("p1", Map.of("name", "赵六", "rank", "1", "diet", "halal"))))
        .contains("增加 赵六（级别省部级，餐食清真）")
        .noneMatch(line -> line.contains("第 0 版"));
    assertThat(said("meal:L9", Map.of("halal", Map.of("count", "4"))))
        .as("a kitchen's line is of a diet")
        .contains("增加 清真（份数4）");
  }
}
