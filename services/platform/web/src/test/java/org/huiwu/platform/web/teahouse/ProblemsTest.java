package org.huiwu.platform.web.teahouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

class ProblemsTest extends Doors {

  private Answer offer(String body) {
    return offer(UUID.randomUUID().toString(), body);
  }

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.type()).contains(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(answer.at("/code")).isEqualTo(code);
    assertThat(answer.at("/type")).isEqualTo("urn:huiwu:problem:" + code);
    assertThat(answer.body().at("/status").asInt()).isEqualTo(status);
  }

  @Test
  void an_unknown_field_is_said_by_name() {
    var answer = offer("[{\"code\":\"a\",\"price\":1},{\"code\":\"b\",\"price\":1,\"colour\":2}]");
    assertProblem(answer, 400, "unreadable-body");
    assertThat(answer.at("/errors/0/field")).isEqualTo("[1].colour");
    assertThat(answer.at("/detail")).contains("[1].colour");
  }

  @Test
  void a_value_of_another_type_is_never_guessed() {
    for (var price : new String[] {"\"12\"", "1.5", "true", "null", "[]"}) {
      var answer = offer("[{\"code\":\"a\",\"price\":" + price + "}]");
      assertProblem(answer, 400, "unreadable-body");
      assertThat(answer.at("/errors/0/field")).as(price).isEqualTo("[0].price");
    }
    for (var code : new String[] {"7", "7.5", "true", "{}"}) {
      var answer = offer("[{\"code\":" + code + ",\"price\":1}]");
      assertProblem(answer, 400, "unreadable-body");
      assertThat(answer.at("/errors/0/field")).as(code).isEqualTo("[0].code");
    }
  }

  @Test
  void malformed_json_is_said_by_line_and_column() {
    var answer = offer("[{\"code\":\"a\",\n \"price\": }]");
    assertProblem(answer, 400, "unreadable-body");
    assertThat(answer.at("/errors/0/field")).startsWith("2:");
    assertProblem(offer("[] []"), 400, "unreadable-body");
    assertProblem(offer(""), 400, "unreadable-body");
  }

  @Test
  void an_invalid_element_of_an_array_is_said_by_index_and_field() {
    var teasBefore = rows("tea");
    var answer =
        offer(
            "[{\"code\":\"a\",\"price\":1},{\"code\":\"b\",\"price\":0},{\"code\":\"\",\"price\":1}]");
    assertProblem(answer, 400, "invalid-body");
    assertThat(answer.body().at("/errors").size()).isEqualTo(2);
    assertThat(answer.body().at("/errors/0/index").asInt()).isEqualTo(1);
    assertThat(answer.at("/errors/0/field")).isEqualTo("[1].price");
    assertThat(answer.at("/errors/0/message")).isNotBlank();
    assertThat(answer.body().at("/errors/1/index").asInt()).isEqualTo(2);
    assertThat(answer.at("/errors/1/field")).isEqualTo("[2].code");
    assertThat(rows("tea")).isEqualTo(teasBefore);
  }

  @Test
  void an_invalid_field_is_said_by_name_in_the_language_asked_for() {
    var path = teas + "/a";
    var chinese = command(HttpMethod.PATCH, path, "{\"price\":0}", "If-Match", "1");
    assertProblem(chinese, 400, "invalid-body");
    assertThat(chinese.at("/errors/0/field")).isEqualTo("price");
    assertThat(chinese.at("/errors/0/message")).matches(".*\\p{IsHan}.*");
    var english =
        command(HttpMethod.PATCH, path, "{\"price\":0}", "If-Match", "1", "Accept-Language", "en");
    assertThat(english.at("/errors/0/message")).isEqualTo("must be greater than 0");
  }

  @Test
  void a_body_over_ten_megabytes_is_refused() {
    var answer = offer("[" + " ".repeat(10 * 1024 * 1024) + "]");
    assertProblem(answer, 413, "body-too-large");
  }

  @Test
  void an_unknown_path_and_a_wrong_method_are_problems_in_chinese_and_english() {
    var nowhere = ask(HttpMethod.GET, "/nowhere", null);
    assertProblem(nowhere, 404, "http-404");
    assertThat(nowhere.at("/title")).isEqualTo("没有这个地址");
    assertThat(nowhere.at("/instance")).isEqualTo("/nowhere");
    assertThat(
            ask(HttpMethod.GET, "/nowhere", null, "Accept-Language", "en-GB,en;q=0.9").at("/title"))
        .isEqualTo("No such address");
    assertThat(ask(HttpMethod.GET, "/nowhere", null, "Accept-Language", "zh-TW,en").at("/title"))
        .isEqualTo("没有这个地址");
    assertThat(ask(HttpMethod.GET, "/nowhere", null, "Accept-Language", "fr").at("/title"))
        .isEqualTo("没有这个地址");

    var wrong = ask(HttpMethod.DELETE, teas, null);
    assertProblem(wrong, 405, "http-405");
    assertThat(wrong.at("/title")).isEqualTo("不支持的方法");
    assertThat(ask(HttpMethod.DELETE, teas, null, "Accept-Language", "en").at("/title"))
        .isEqualTo("Method not supported");
  }

  @Test
  void a_language_that_is_none_is_answered_in_chinese_by_whoever_refuses() throws IOException {
    for (var odd : List.of("zh;q=a", ";;;", "*", "e".repeat(500))) {
      assertThat(ask(HttpMethod.GET, "/nowhere", null, "Accept-Language", odd).at("/title"))
          .as(odd)
          .isEqualTo("没有这个地址");
      assertThat(knock(HttpMethod.GET, teas, null, "Accept-Language", odd).at("/title"))
          .as(odd)
          .isEqualTo("尚未登录");
    }
    for (var address : List.of("/%zz", "/a|b", "/%00")) {
      assertThat(refusedByTheServer(address, "fr"))
          .as(address)
          .startsWith("HTTP/1.1 400")
          .contains("application/problem+json", "\"code\":\"request-malformed\"", "请求格式不对");
    }
    // of an address with a bar in it the server reads no header any more
    assertThat(refusedByTheServer("/%zz", "en")).contains("Malformed request");
  }

  private String refusedByTheServer(String address, String language) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      var request =
          "GET %s HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAccept-Language: %s\r\n\r\n"
              .formatted(address, language);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void a_wrong_or_missing_parameter_is_said_by_name() {
    var wrong = ask(HttpMethod.GET, teas + "?price=much", null);
    assertProblem(wrong, 400, "http-400");
    assertThat(wrong.at("/detail")).contains("price");
    var missing = ask(HttpMethod.GET, teas, null);
    assertProblem(missing, 400, "http-400");
    assertThat(missing.at("/detail")).contains("price");
    var conference = ask(HttpMethod.GET, "/conferences/none/teas/a", null);
    assertProblem(conference, 400, "http-400");
    assertThat(conference.at("/detail")).contains("conference");
  }

  @Test
  void an_unexpected_failure_tells_nothing_of_the_inside() {
    var published = rows("outbox");
    var answer = command(HttpMethod.POST, teas + "/a/spill", null);
    assertProblem(answer, 500, "internal");
    assertThat(answer.text()).doesNotContain("secret").doesNotContain("Exception");
    assertThat(rows("outbox")).isEqualTo(published);
  }

  @Test
  void without_its_database_a_command_is_refused_for_the_moment_and_goes_through_under_its_key() {
    jdbc.execute(
        "create function quake() returns trigger language plpgsql as 'begin perform pg_terminate_backend(pg_backend_pid()); return new; end'");
    jdbc.execute("create trigger quake before insert on tea for each row execute function quake()");
    var before = rows("tea");
    var key = UUID.randomUUID().toString();
    var oolong = "[{\"code\":\"oolong\",\"price\":7}]";
    assertProblem(offer(key, oolong), 503, "database-unavailable");
    assertThat(rows("tea")).isEqualTo(before);
    jdbc.execute("drop trigger quake on tea");
    assertThat(offer(key, oolong).change()).isPresent();
    assertThat(rows("tea")).isEqualTo(before + 1);
  }

  @Test
  void what_is_missing_is_a_problem_in_the_services_own_words() {
    var answer = ask(HttpMethod.GET, teas + "/none", null, "Accept-Language", "en");
    assertProblem(answer, 404, "tea-unknown");
    assertThat(answer.at("/detail")).isEqualTo("There is no code none.");
  }
}
