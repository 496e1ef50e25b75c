package org.huiwu.notification.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.huiwu.notification.channel.SampleLetters.NUMBER;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.huiwu.notification.channel.ChannelSettings;
import org.huiwu.notification.channel.Outcome;
import org.huiwu.notification.channel.Outcome.Accepted;
import org.huiwu.notification.channel.Outcome.Delivered;
import org.huiwu.notification.channel.Outcome.NotSent;
import org.huiwu.notification.channel.Outcome.Refused;
import org.huiwu.notification.channel.Outcome.Unknown;
import org.huiwu.notification.channel.SampleLetters;
import org.huiwu.notification.channel.SetClock;
import org.huiwu.notification.channel.Settings;
import org.huiwu.notification.channel.guard.Guards;
import org.huiwu.notification.contact.ChannelKind;
import org.huiwu.provider.Fault;
import org.huiwu.provider.Faults;
import org.huiwu.provider.ProviderSimulator;
import org.huiwu.provider.SharedKey;
import org.huiwu.provider.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SmsChannelTest {
  private final ProviderSimulator provider =
      ProviderSimulator.start(0, new SharedKey("k1", Settings.SECRET), Faults.none());
  private final SetClock clock = new SetClock();
  private final SmsChannel channel = channel(Settings.bySms(provider.address()));

  private SmsChannel channel(ChannelSettings settings) {
    return new SmsChannel(
        settings,
        new SmsProvider(settings, clock),
        new Guards(settings, clock),
        JsonMapper.builder().build(),
        clock);
  }

  @AfterEach
  void everybody_leaves() {
    channel.close();
    provider.close();
  }

  @Test
  void a_text_that_the_provider_takes_is_sent_and_it_has_our_reference_number_and_words() {
    var letter = SampleLetters.sms();
    var outcome = channel.send(letter);
    var logged = only();
    assertThat(outcome).isEqualTo(new Accepted(logged.id()));
    assertThat(logged.reference()).isEqualTo(letter.reference().toString());
    assertThat(logged.to()).isEqualTo(NUMBER);
    assertThat(logged.text()).isEqualTo(SampleLetters.TEXT);
    assertThat(logged.requests()).isOne();
    await()
        .until(() ->
            channel.lookUp(letter.reference(), clock.instant()).isPresent()
                && only().delivered() == 1);
    assertThat(channel.lookUp(letter.reference(), clock.instant()))
        .contains(new Delivered(logged.id()));
  }

  @Test
  void a_number_that_is_none_or_is_blocked_is_refused_for_good() {
    provider.block(NUMBER);
    assertThat(channel.send(SampleLetters.sms())).isEqualTo(new Refused("blocked"));
    assertThat(channel.send(SampleLetters.to(ChannelKind.SMS, "前台", null)))
        .isEqualTo(new Refused("bad-number"));
    assertThat(provider.log()).isEmpty();
  }

  @Test
  void a_provider_that_is_busy_is_asked_again_when_it_said_so() {
    provider.next(Fault.BUSY);
    var letter = SampleLetters.sms();
    assertThat(channel.send(letter)).isInstanceOf(Accepted.class);
    assertThat(only().requests()).isOne();
  }

  @Test
  void a_provider_that_stays_busy_has_surely_not_sent() {
    provider.next(Fault.BUSY, Fault.BUSY, Fault.BUSY);
    assertThat(channel.send(SampleLetters.sms())).isEqualTo(new NotSent("provider-busy"));
    assertThat(provider.log()).isEmpty();
  }

  @Test
  void where_nobody_listens_a_text_is_surely_not_sent() {
    provider.close();
    assertThat(channel.send(SampleLetters.sms())).isEqualTo(new NotSent("unreachable"));
    assertThat(channel.lookUp(UUID.randomUUID(), clock.instant().minus(Duration.ofDays(1))))
        .isEmpty();
  }

  @Test
  void an_answer_that_does_not_come_leaves_the_text_unknown_and_it_is_not_sent_again() {
    provider.next(Fault.SLOW);
    var letter = SampleLetters.sms();
    assertThat(channel.send(letter)).isEqualTo(new Unknown("timeout"));
    assertThat(only().requests()).isOne();
    await().until(() -> only().delivered() == 1);
    assertThat(channel.lookUp(letter.reference(), clock.instant()))
        .contains(new Delivered(only().id()));
  }

  @Test
  void a_connection_that_breaks_after_the_text_was_written_leaves_it_unknown() {
    provider.next(Fault.DROP_AFTER);
    var letter = SampleLetters.sms();
    assertThat(channel.send(letter)).isEqualTo(new Unknown("connection-lost"));
    assertThat(only().requests()).isOne();
    await().until(() -> only().delivered() == 1);
    assertThat(channel.lookUp(letter.reference(), clock.instant()))
        .contains(new Delivered(only().id()));
  }

  @Test
  void a_text_of_which_the_provider_never_heard_was_not_sent_but_only_after_a_while() {
    provider.next(Fault.DROP_BEFORE);
    var letter = SampleLetters.sms();
    var sent = clock.instant();
    assertThat(channel.send(letter)).isEqualTo(new Unknown("connection-lost"));
    assertThat(provider.log()).isEmpty();
    assertThat(channel.lookUp(letter.reference(), sent)).isEmpty();
    clock.advance(Settings.SETTLE.plusSeconds(1));
    assertThat(channel.lookUp(letter.reference(), sent)).contains(new NotSent("never-heard"));
    clock.advance(Duration.ofMinutes(30));
    assertThat(channel.lookUp(letter.reference(), sent))
        .as("by then a provider may have forgotten it")
        .isEmpty();
  }

  @Test
  void a_provider_that_cannot_be_asked_says_nothing_of_a_text() throws Exception {
    var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
    try (var other =
        channel(Settings.bySms(URI.create("http://127.0.0.1:" + server.getAddress().getPort())))) {
      var longAgo = clock.instant().minus(Settings.SETTLE).minusSeconds(1);
      assertThat(other.lookUp(UUID.randomUUID(), longAgo)).isEmpty();
    } finally {
      server.stop(0);
    }
  }

  @Test
  void a_lost_text_stays_accepted_and_a_failed_one_is_refused() {
    provider.next(Fault.LOSE, Fault.FAIL);
    var lost = SampleLetters.sms();
    var failed = SampleLetters.sms();
    assertThat(List.of(channel.send(lost), channel.send(failed)))
        .hasOnlyElementsOfType(Accepted.class);
    await()
        .untilAsserted(() ->
            assertThat(channel.lookUp(failed.reference(), clock.instant()))
                .contains(new Refused("not-delivered")));
    assertThat(channel.lookUp(lost.reference(), clock.instant()))
        .get()
        .isInstanceOf(Accepted.class);
  }

  @Test
  void with_another_secret_nothing_is_sent() {
    try (var stranger =
        ProviderSimulator.start(0, new SharedKey("k1", "another secret"), Faults.none())) {
      var settings = Settings.bySms(stranger.address());
      assertThat(sentBy(settings)).isEqualTo(new Refused("signature"));
      assertThat(stranger.log()).isEmpty();
    }
  }

  @Test
  void without_a_provider_every_text_is_refused_as_not_configured() {
    assertThat(sentBy(Settings.none())).isEqualTo(new Refused("not-configured"));
  }

  @Test
  void a_provider_without_a_secret_is_a_mistake_that_shows_at_the_start() {
    var sms = Settings.sms("http://127.0.0.1:1");
    var none =
        new ChannelSettings.Sms(
            sms.url(), "k1", null, sms.connectTimeout(), sms.timeout(), sms.settle());
    var settings = Settings.none();
    assertThatThrownBy(
            () -> new SmsProvider(Settings.of(none, settings.email(), settings.webhook()), clock))
        .hasMessageContaining("huiwu.notification.channels.sms.secret-file");
    var missing =
        new ChannelSettings.Sms(
            sms.url(),
            "k1",
            Path.of("no-such-file"),
            sms.connectTimeout(),
            sms.timeout(),
            sms.settle());
    assertThatThrownBy(() ->
            new SmsProvider(Settings.of(missing, settings.email(), settings.webhook()), clock))
        .hasMessageContaining("no-such-file");
  }

  private Outcome sentBy(ChannelSettings settings) {
    try (var other = channel(settings)) {
      return other.send(SampleLetters.sms());
    }
  }

  private Text only() {
    assertThat(provider.log()).hasSize(1);
    return provider.log().getFirst();
  }
}
