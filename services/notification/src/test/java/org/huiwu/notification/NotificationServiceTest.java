package org.huiwu.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/// The service's door: health, description, and the contacts' desk.
class NotificationServiceTest extends RippleConversation {
  private static final String DRIVER = contact("DRV1", "陈师傅");

  private static String contact(String code, String name) {
    return """
    {"code": "%s", "role": "driver", "name": "%s", "phone": "138", "email": ""}\
    """
        .formatted(code, name);
  }

  @Test
  void it_is_healthy_and_describes_itself() {
    assertThat(desk.getAnywhere("/actuator/health/liveness").status()).isEqualTo(200);
    assertThat(desk.getAnywhere("/actuator/health/readiness").status()).isEqualTo(200);
    var openapi = desk.getAnywhere("/openapi");
    assertThat(openapi.status()).isEqualTo(200);
    assertThat(openapi.body().path("paths").propertyNames())
        .contains(
            "/conferences/{conference}/contacts",
            "/conferences/{conference}/changes/{change}",
            "/conferences/{conference}/manifests/{manifest}/difference",
            "/conferences/{conference}/stream");
  }

  @Test
  void contacts_are_added_all_or_none_and_listed() {
    assertThat(desk.create("/contacts", "[" + DRIVER + "]").status()).isEqualTo(201);
    var taken = desk.create("/contacts", "[" + contact("KIT", "灶") + "," + DRIVER + "]");
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.code()).isEqualTo("contact-exists");
    assertThat(desk.get("/contacts").body().findValuesAsString("code")).containsExactly("DRV1");
    assertThat(desk.get("/contacts/DRV1").body().path("name").asString()).isEqualTo("陈师傅");
    assertThat(desk.get("/contacts/NONE").code()).isEqualTo("contact-unknown");
  }

  @Test
  void adding_needs_a_key_and_a_whole_body() {
    assertThat(desk.createWithoutKey("/contacts", "[" + DRIVER + "]").code())
        .isEqualTo("idempotency-key-required");
    assertThat(desk.create("/contacts", "[null]").status()).isEqualTo(400);
    assertThat(desk.create("/contacts", "[{\"code\": \"X\"}]").status()).isEqualTo(400);
  }

  @Test
  void a_contact_is_changed_by_whoever_has_read_it_last() {
    desk.create("/contacts", "[" + DRIVER + "]");
    var edit = contact("DRV1", "李师傅");
    assertThat(desk.get("/contacts/DRV1").etag()).isEqualTo("\"1\"");
    assertThat(desk.send(HttpMethod.PUT, "/contacts/DRV1", null, edit).status()).isEqualTo(428);
    var changed = desk.send(HttpMethod.PUT, "/contacts/DRV1", 1L, edit);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.etag()).isEqualTo("\"2\"");
    assertThat(changed.change()).as("no other service is told").isEmpty();
    var stale = desk.send(HttpMethod.PUT, "/contacts/DRV1", 1L, DRIVER);
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.body().path("current").path("name").asString()).isEqualTo("李师傅");
    assertThat(desk.send(HttpMethod.PUT, "/contacts/DRV1", 2L, edit).etag())
        .as("the same again changes nothing")
        .isEqualTo("\"2\"");
    assertThat(desk.send(HttpMethod.PUT, "/contacts/NONE", 1L, edit).code())
        .isEqualTo("contact-unknown");
  }
}
