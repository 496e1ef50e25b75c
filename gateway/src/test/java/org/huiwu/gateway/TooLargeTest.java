package org.huiwu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.huiwu.platform.door.web.BodyLimit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Bodies at their limit and one byte over it, with a length that is said beforehand and without.
class TooLargeTest extends OpenGateway {
  private static final String FILE = "application/octet-stream";
  private static final String JSON = "application/json";

  private Door door;

  @BeforeAll
  void open() throws Exception {
    try (var administrator = administrator()) {
      door = door().signedIn(somebody(administrator, conference(), "registration"), PASSWORD);
    }
  }

  @AfterAll
  void close() {
    door.close();
  }

  @BeforeEach
  void the_service_takes_all() {
    REGISTRATION.answers(202, Map.of(), "");
  }

  private static String conference() {
    return UUID.randomUUID().toString();
  }

  private static BodyPublisher said(int length) {
    return BodyPublishers.ofByteArray(new byte[length]);
  }

  private static BodyPublisher unsaid(int length) {
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[length]));
  }

  private HttpResponse<String> sent(String type, BodyPublisher body) throws Exception {
    return door.send(
        "POST",
        "/api/registration/conferences/x/rosters",
        body,
        "Content-Type",
        type,
        "Accept-Language",
        "en");
  }

  private static void assertTooLarge(HttpResponse<String> answer, int limit) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body())
        .contains("\"code\":\"body-too-large\"", "The limit is " + limit + " bytes.");
    assertThat(REGISTRATION.heard()).as("the service takes nothing").isEmpty();
  }

  @Test
  void a_file_of_the_limit_passes_and_one_byte_more_is_refused() throws Exception {
    assertThat(sent(FILE, said(BodyLimit.UPLOAD)).statusCode()).isEqualTo(202);
    assertThat(REGISTRATION.heard().getLast().body()).hasSize(BodyLimit.UPLOAD);
    the_service_takes_all();
    assertTooLarge(sent(FILE, said(BodyLimit.UPLOAD + 1)), BodyLimit.UPLOAD);
  }

  @Test
  void the_same_holds_where_the_length_is_not_said_beforehand() throws Exception {
    assertThat(sent(FILE, unsaid(BodyLimit.UPLOAD)).statusCode()).isEqualTo(202);
    the_service_takes_all();
    assertTooLarge(sent(FILE, unsaid(BodyLimit.UPLOAD + 1)), BodyLimit.UPLOAD);
  }

  @Test
  void whatever_is_no_file_has_the_lower_limit() throws Exception {
    assertThat(sent(JSON, said(BodyLimit.FORM)).statusCode()).isEqualTo(202);
    the_service_takes_all();
    assertTooLarge(sent(JSON, said(BodyLimit.FORM + 1)), BodyLimit.FORM);
    assertTooLarge(sent(JSON, unsaid(BodyLimit.FORM + 1)), BodyLimit.FORM);
  }

  @Test
  void the_doors_own_bodies_have_it_too() throws Exception {
    var blank = " ".repeat(BodyLimit.FORM + 1).getBytes(StandardCharsets.US_ASCII);
    for (var body :
        new BodyPublisher[] {
          BodyPublishers.ofByteArray(blank),
          BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(blank))
        }) {
      var answer =
          door.send("POST", "/session", body, "Content-Type", JSON, "Accept-Language", "en");
      assertTooLarge(answer, BodyLimit.FORM);
    }
  }

  @Test
  void who_sends_too_much_again_and_again_closes_the_service_to_nobody() throws Exception {
    for (int i = 0; i < 12; i++) {
      assertThat(sent(FILE, unsaid(BodyLimit.UPLOAD + 1)).statusCode()).isEqualTo(413);
    }
    assertThat(sent(FILE, said(1)).statusCode()).isEqualTo(202);
    assertThat(door.get("/api/registration/conferences").statusCode()).isEqualTo(202);
  }
}
