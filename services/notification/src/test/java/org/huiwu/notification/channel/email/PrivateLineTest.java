package org.huiwu.notification.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import javax.net.ssl.SSLContext;
import org.huiwu.notification.channel.ChannelSettings;
import org.huiwu.notification.channel.ChannelSettings.Security;
import org.huiwu.notification.channel.Outcome;
import org.huiwu.notification.channel.Outcome.Accepted;
import org.huiwu.notification.channel.Outcome.NotSent;
import org.huiwu.notification.channel.SampleLetters;
import org.huiwu.notification.channel.Settings;
import org.huiwu.notification.channel.guard.Guards;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Letters to mail servers that speak TLS, from the first byte or after STARTTLS.
class PrivateLineTest {
  private static final String ADDRESS = "qiantai@hotel.example";

  @TempDir private static Path folder;
  private static ServerIdentity identity = new ServerIdentity(Path.of(""), Path.of(""));
  private static ServerIdentity elsewhere = new ServerIdentity(Path.of(""), Path.of(""));

  @BeforeAll
  static void keys() throws IOException, InterruptedException {
    identity = ServerIdentity.of(folder, "localhost");
    elsewhere = ServerIdentity.of(folder, "mail.hotel.example");
  }

  @ParameterizedTest
  @EnumSource(
      value = Security.class,
      names = {"STARTTLS", "TLS"})
  void a_letter_goes_to_a_server_for_which_the_houses_own_authority_vouches(Security security)
      throws Exception {
    try (var server = new ScriptedSmtp(security, identity.context())) {
      assertThat(sent(Settings.byEmailOf(identity.certificate(), server.port(), security)))
          .isInstanceOf(Accepted.class);
      assertThat(server.letters()).isOne();
      assertThat(server.heardInTheClear()).noneMatch(line -> line.contains(ADDRESS));
      assertThat(server.heard()).anyMatch(line -> line.contains(ADDRESS));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Security.class,
      names = {"STARTTLS", "TLS"})
  void a_server_of_another_name_or_for_which_nobody_vouches_hears_nothing(Security security)
      throws Exception {
    nothingIsHeard(security, elsewhere.context(), elsewhere.certificate());
    nothingIsHeard(security, identity.context(), elsewhere.certificate());
  }

  private static void nothingIsHeard(Security security, SSLContext context, Path authorities)
      throws IOException {
    try (var server = new ScriptedSmtp(security, context)) {
      assertThat(sent(Settings.byEmailOf(authorities, server.port(), security)))
          .isEqualTo(new NotSent("unreachable"));
      assertThat(server.heard()).noneMatch(line -> line.contains(ADDRESS));
      assertThat(server.letters()).isZero();
    }
  }

  @Test
  void what_holds_no_certificate_lets_nobody_start() throws IOException {
    var empty = Files.createTempFile(folder, "authorities", ".pem");
    assertThatThrownBy(() -> sent(Settings.byEmailOf(empty, 25, Security.TLS)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("authorities");
  }

  private static Outcome sent(ChannelSettings settings) {
    try (var guards = new Guards(settings, Clock.systemUTC())) {
      return new EmailChannel(settings, guards, Clock.systemUTC())
          .send(SampleLetters.email(ADDRESS));
    }
  }
}
