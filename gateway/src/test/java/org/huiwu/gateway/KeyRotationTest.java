package org.huiwu.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import tools.jackson.databind.json.JsonMapper;

/// The key of the services' tokens is changed while the door is open: its file is renamed.
class KeyRotationTest extends OpenGateway {
  private static final Duration SOON = Duration.ofSeconds(5);
  private final Path current = FOLDER.resolve("secrets/signing-key.jwk");
  private final Path former = FOLDER.resolve("secrets/signing-key-former.jwk");
  private Door administrator;
  private Door desk;

  @BeforeEach
  void open() throws Exception {
    CATERING.answers(200, Map.of(), "");
    administrator = administrator();
    desk =
        door()
            .signedIn(somebody(administrator, UUID.randomUUID().toString(), "catering"), PASSWORD);
  }

  @AfterEach
  void close() throws Exception {
    administrator.close();
    desk.close();
    Files.deleteIfExists(former);
  }

  private String token() throws Exception {
    assertThat(desk.get("/api/catering/x").statusCode()).isEqualTo(200);
    return CATERING.heard().getLast().header("Authorization").substring("Bearer ".length());
  }

  private String key(String token) {
    return String.valueOf(
        NimbusJwtDecoder.withJwkSetUri("http://127.0.0.1:" + port + "/oauth2/jwks")
            .build()
            .decode(token)
            .getHeaders()
            .get("kid"));
  }

  private Set<String> published() throws Exception {
    Set<String> keys = new TreeSet<>();
    new JsonMapper()
        .readTree(desk.get("/oauth2/jwks").body())
        .path("keys")
        .forEach(k -> keys.add(k.path("kid").asString()));
    return keys;
  }

  @Test
  void a_renamed_key_signs_no_more_and_is_believed_until_its_file_is_gone() throws Exception {
    var before = token();
    var old = key(before);
    assertThat(published()).containsExactly(old);

    Files.move(current, former);
    await().atMost(SOON).until(() -> published().size() == 2);
    var fresh = key(token());
    assertThat(fresh).isNotEqualTo(old);
    assertThat(published()).containsExactlyInAnyOrder(old, fresh);
    assertThat(key(before)).as("what was signed before is still believed").isEqualTo(old);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(current)))
        .isEqualTo("rw-------");

    Files.delete(former);
    await().atMost(SOON).until(() -> published().equals(Set.of(fresh)));
    assertThat(key(token())).isEqualTo(fresh);
  }

  @Test
  void a_key_that_is_taken_away_is_replaced_and_nothing_signed_with_it_is_sent_any_more()
      throws Exception {
    var old = key(token());
    Files.delete(current);
    await().atMost(SOON).until(() -> !published().contains(old));
    assertThat(published()).contains(key(token())).doesNotContain(old);
  }

  @Test
  void a_session_outlives_the_key() throws Exception {
    Files.delete(current);
    assertThat(desk.get("/session").statusCode()).isEqualTo(200);
    token();
  }

  @Test
  void only_public_halves_are_published() throws Exception {
    Files.move(current, former);
    await().atMost(SOON).until(() -> published().size() == 2);
    var keys = new JsonMapper().readTree(desk.get("/oauth2/jwks").body()).path("keys");
    keys.forEach(k -> assertThat(Set.copyOf(k.propertyNames())).doesNotContain("d", "p", "q"));
  }
}
