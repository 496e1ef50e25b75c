package org.huiwu.platform.web.teahouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

class PreviewsTest extends Doors {
  private static final String PREVIEW = "Huiwu-Preview";

  @Test
  void a_preview_says_what_the_command_would_touch_and_answer_and_does_nothing() {
    offered("oolong", 100);
    var before = everyRow();
    var preview = repriced("oolong", "\"1\"", 1200);
    assertThat(preview.status()).isEqualTo(200);
    assertThat(preview.etag()).isNull();
    assertThat(preview.change()).isEmpty();
    assertThat(preview.at("/manifests/0/manifest")).isEqualTo("meal:tea");
    assertThat(preview.at("/manifests/0/lines/oolong/after/price")).isEqualTo("1200");
    assertThat(preview.at("/manifests/0/recipients/0")).isEqualTo("waiter");
    assertThat(preview.body().at("/manifests")).hasSize(2);
    assertThat(preview.at("/exceptions/0/service")).isEqualTo("teahouse");
    assertThat(preview.at("/exceptions/0/exception/code")).isEqualTo("oolong");
    assertThat(preview.body().at("/exceptions/0/before").isNull()).isTrue();
    assertThat(preview.body().at("/answer/status").asInt()).isEqualTo(200);
    assertThat(preview.at("/answer/etag")).isEqualTo("\"2\"");
    assertThat(preview.body().at("/answer/body/price").asInt()).isEqualTo(1200);
    assertThat(everyRow()).isEqualTo(before);
    var done = reprice("oolong", "\"1\"", 1200);
    assertThat(done.etag()).isEqualTo("\"2\"");
  }

  @Test
  void an_exception_that_was_there_before_is_told_when_it_gets_worse_with_what_it_was() {
    offered("gold", 2000);
    var preview = repriced("gold", "\"1\"", 3000);
    assertThat(preview.body().at("/manifests")).hasSize(2);
    assertThat(preview.body().at("/exceptions")).hasSize(1);
    assertThat(preview.body().at("/exceptions/0/exception/price").asInt()).isEqualTo(3000);
    assertThat(preview.body().at("/exceptions/0/before/price").asInt()).isEqualTo(2000);
  }

  @Test
  void an_exception_that_was_there_before_is_not_told_when_it_gets_better() {
    offered("silver", 3000);
    var preview = repriced("silver", "\"1\"", 2000);
    assertThat(preview.body().at("/manifests")).hasSize(2);
    assertThat(preview.body().at("/exceptions")).isEmpty();
  }

  @Test
  void it_is_told_what_has_not_settled_yet() {
    offered("pu-erh", 100);
    var preview = repriced("pu-erh", "\"1\"", 200);
    assertThat(preview.body().at("/underWay/open").asInt()).isEqualTo(2);
    assertThat(preview.body().at("/underWay/parked").asInt()).isEqualTo(1);
  }

  @Test
  void what_changes_nothing_touches_nothing() {
    offered("white", 100);
    var preview = repriced("white", "\"1\"", 100);
    assertThat(preview.status()).isEqualTo(200);
    assertThat(preview.body().at("/manifests")).isEmpty();
    assertThat(preview.body().at("/exceptions")).isEmpty();
    assertThat(preview.at("/answer/etag")).isEqualTo("\"1\"");
  }

  @Test
  void what_is_refused_is_refused_the_same_and_leaves_no_audit_either() {
    offered("matcha", 100);
    var before = everyRow();
    assertThat(repriced("matcha", "\"1\"", 6000).at("/code")).isEqualTo("tea-too-dear");
    assertThat(repriced("matcha", "\"7\"", 200).at("/code")).isEqualTo("version-stale");
    assertThat(repriced("matcha", "\"1\"", -5).at("/code")).isEqualTo("invalid-body");
    assertThat(
            command(HttpMethod.PATCH, teas + "/matcha", "{\"price\":5}", PREVIEW, "true")
                .at("/code"))
        .isEqualTo("version-required");
    assertThat(command(HttpMethod.POST, teas, "[]", PREVIEW, "true").at("/code"))
        .isEqualTo("idempotency-key-required");
    assertThat(everyRow()).isEqualTo(before);
  }

  @Test
  void a_key_that_was_only_previewed_is_not_used_and_one_that_was_used_touches_nothing_more() {
    var body = "[{\"code\":\"green\",\"price\":100}]";
    assertThat(previewed("k1", body).body().at("/manifests")).hasSize(2);
    var offer = offer("k1", body);
    assertThat(offer.status()).isEqualTo(201);
    assertThat(offer.change()).isPresent();
    var again = previewed("k1", body);
    assertThat(again.body().at("/manifests")).isEmpty();
    assertThat(again.body().at("/answer/status").asInt()).isEqualTo(201);
    assertThat(again.body().at("/answer/body/0/code").asString()).isEqualTo("green");
    assertThat(previewed("k1", "[{\"code\":\"green\",\"price\":1}]").at("/code"))
        .isEqualTo("idempotency-key-reused");
  }

  @Test
  void what_cannot_be_previewed_is_refused_and_not_done() {
    offered("black", 100);
    var before = everyRow();
    var parked = "/conferences/" + conference + "/parked/host.guest/ada/retry";
    assertThat(ask(HttpMethod.POST, parked, null, PREVIEW, "true").at("/code"))
        .isEqualTo("preview-impossible");
    assertThat(
            command(
                    HttpMethod.PATCH,
                    teas + "/black",
                    "{\"price\":5}",
                    "If-Match",
                    "\"1\"",
                    PREVIEW,
                    "perhaps")
                .at("/code"))
        .isEqualTo("header-malformed");
    before.remove("audit_entry");
    var after = everyRow();
    after.remove("audit_entry");
    assertThat(after).isEqualTo(before);
  }

  @Test
  void false_is_no_preview() {
    offered("rose", 100);
    var done =
        command(
            HttpMethod.PATCH,
            teas + "/rose",
            "{\"price\":200}",
            "If-Match",
            "\"1\"",
            PREVIEW,
            "false");
    assertThat(done.change()).isPresent();
  }

  @Test
  void who_may_not_read_a_manifest_is_told_that_it_would_be_revised_and_not_how() {
    offered("secret", 100);
    var preview = repriced("secret", "\"1\"", 1500);
    assertThat(preview.body().at("/manifests/0/lines")).isNotEmpty();
    assertThat(preview.at("/manifests/1/manifest")).isEqualTo("menu:all");
    assertThat(preview.body().at("/manifests/1/lines")).isEmpty();
    assertThat(preview.body().at("/manifests/1/lineCount").asInt()).isEqualTo(1);
  }

  private Answer repriced(String code, String version, int price) {
    return command(
        HttpMethod.PATCH,
        teas + "/" + code,
        "{\"price\":%d}".formatted(price),
        "If-Match",
        version,
        PREVIEW,
        "true");
  }

  private Answer previewed(String key, String body) {
    return command(HttpMethod.POST, teas, body, "Idempotency-Key", key, PREVIEW, "true");
  }

  private Map<String, String> everyRow() {
    Map<String, String> rows = new TreeMap<>();
    jdbc
        .queryForList(
            "select table_name from information_schema.tables where table_schema = 'public'",
            String.class)
        .stream()
        .filter(table -> !Set.of("consumer_offset", "relay_cursor").contains(table))
        .forEach(table ->
            rows.put(
                table,
                jdbc.queryForObject(
                    "select coalesce(md5(string_agg(t::text, '' order by t::text)), '') from \"%s\" t"
                        .formatted(table),
                    String.class)));
    return rows;
  }
}
