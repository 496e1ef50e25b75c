package org.huiwu.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.huiwu.platform.messaging.Messenger.Activity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/// TLS and SASL are settings, and nothing but settings.
class SecuredServersTest {
  @TempDir static Path folder;
  private static SecuredServers servers;
  private final UUID conference = UUID.randomUUID();

  @BeforeAll
  static void start() throws Exception {
    servers = SecuredServers.start(folder);
  }

  @AfterAll
  static void stop() {
    servers.close();
  }

  private static SmallService service(String database, String password, String trusted) {
    var source =
        new SystemEnvironmentPropertySource(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            servers.environment(password, trusted));
    var properties =
        new Binder(ConfigurationPropertySources.from(source))
            .bind("huiwu.messaging", MessagingProperties.class)
            .get();
    return SmallService.on(servers.database(database), properties);
  }

  private static String reasonOf(SmallService service) {
    var messenger = service.messenger();
    messenger.start();
    try {
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> messenger.condition().activity() == Activity.FAILING);
      assertThat(messenger.awaitActive(0)).isFalse();
      return String.valueOf(messenger.condition().reason());
    } finally {
      messenger.stop();
    }
  }

  @Test
  void by_settings_alone_relay_and_consumer_sign_in_over_tls() throws Exception {
    try (var service = service("kitchen", SecuredServers.PASSWORD, "server")) {
      var messenger = service.messenger();
      messenger.start();
      try {
        var topics = new Topics(service);
        topics.say(Said.by("host", conference, Said.guest("ada", 1, "Ada")));
        assertThat(topics.published(read -> !read.isEmpty()))
            .allSatisfy(c -> assertThat(c.conference()).isEqualTo(conference));
        assertThat(service.facts(conference)).containsExactly("ada=Ada x1");
        assertThat(
                service.jdbc.queryForList(
                    "select distinct s.ssl from pg_stat_ssl s join pg_stat_activity a using (pid) where a.datname = current_database()",
                    Boolean.class))
            .containsExactly(true);
      } finally {
        messenger.stop();
      }
    }
  }

  @Test
  void a_wrong_password_is_named_as_the_reason() {
    try (var service = service("wrong", "guessed", "server")) {
      assertThat(reasonOf(service))
          .contains("SaslAuthenticationException", "Invalid username or password")
          .doesNotContain("guessed");
    }
  }

  @Test
  void a_server_that_nobody_vouches_for_is_named_as_the_reason() {
    try (var service = service("unknown", SecuredServers.PASSWORD, "stranger")) {
      assertThat(reasonOf(service)).contains("SslAuthenticationException");
    }
  }
}
