package org.huiwu.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.notification.channel.SampleLetters.NUMBER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.huiwu.notification.RealServers;
import org.huiwu.notification.channel.Outcome.Accepted;
import org.huiwu.notification.channel.Outcome.Delivered;
import org.huiwu.notification.channel.Outcome.NotSent;
import org.huiwu.notification.channel.Outcome.Refused;
import org.huiwu.notification.channel.sink.Sink;
import org.huiwu.notification.channel.sink.SinkLetter;
import org.huiwu.notification.channel.webhook.SlowSystem;
import org.huiwu.notification.contact.ChannelKind;
import org.huiwu.provider.Faults;
import org.huiwu.provider.ProviderSimulator;
import org.huiwu.provider.SharedKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/// All channels as the service puts them together.
@TestPropertySource(
    properties = {
      "huiwu.notification.channels.webhook.enabled=true",
      "huiwu.notification.channels.webhook.private-addresses=true",
      "huiwu.notification.channels.guard.at-once=2"
    })
class ChannelsTest extends RealServers {
  private static final ProviderSimulator PROVIDER =
      ProviderSimulator.start(0, new SharedKey("k1", Settings.SECRET), Faults.none());

  private static final Executor AT_ONCE = work -> Thread.ofVirtual().start(work);

  @Autowired private Channels channels;
  @Autowired private Sink sink;
  @Autowired private JdbcTemplate jdbc;

  @DynamicPropertySource
  static void provider(DynamicPropertyRegistry registry) {
    registry.add("huiwu.notification.channels.sms.url", PROVIDER::address);
    registry.add("huiwu.notification.channels.sms.key-id", () -> "k1");
    registry.add("huiwu.notification.channels.sms.secret-file", Settings::secretFile);
  }

  @AfterAll
  static void the_provider_leaves() {
    PROVIDER.close();
  }

  @BeforeEach
  void a_conference_that_is_none_of_rehearsal() {
    known(conference, false);
  }

  private void known(UUID id, boolean rehearsal) {
    jdbc.update(
        """
        insert into conference_fact (conference, incarnation, seen, code, name, zone, starts, ends, rehearsal)
        values (?, 1, 1, ?, '大会', 'Asia/Shanghai', '2026-10-12 08:00', '2026-10-16 18:00', ?)\
        """,
        id,
        "C-" + id,
        rehearsal);
  }

  private Outgoing letter(UUID of, ChannelKind channel, String address) {
    return SampleLetters.in(of, channel, address, null);
  }

  @Test
  void a_letter_goes_out_by_its_channel_and_a_channel_without_a_provider_refuses_it() {
    var letter = letter(conference, ChannelKind.SMS, NUMBER);
    assertThat(channels.send(letter)).isInstanceOf(Accepted.class);
    assertThat(PROVIDER.log())
        .filteredOn(text -> text.reference().equals(letter.reference().toString()))
        .hasSize(1);
    assertThat(channels.lookUp(conference, ChannelKind.SMS, letter.reference(), Instant.EPOCH))
        .isPresent();
    assertThat(channels.send(letter(conference, ChannelKind.EMAIL, "a@hotel.example")))
        .isEqualTo(new Refused("not-configured"));
    assertThat(channels.send(letter(conference, ChannelKind.PAGE, "")))
        .isEqualTo(new Accepted("page"));
    assertThat(channels.send(letter(conference, ChannelKind.CALL, NUMBER)))
        .isEqualTo(new Refused("not-a-letter"));
  }

  @Test
  void nothing_is_sent_for_a_conference_that_nobody_has_told_of() {
    var letter = letter(UUID.randomUUID(), ChannelKind.SMS, NUMBER);
    assertThat(channels.send(letter)).isEqualTo(new NotSent("conference-unknown"));
    assertThat(PROVIDER.log())
        .noneMatch(text -> text.reference().equals(letter.reference().toString()));
  }

  @Test
  void every_letter_of_a_rehearsal_ends_in_the_sink_whatever_is_configured() throws Exception {
    var rehearsal = UUID.randomUUID();
    known(rehearsal, true);
    var before = PROVIDER.log().size();
    try (var system = new SlowSystem(new CountDownLatch(0))) {
      var sms = letter(rehearsal, ChannelKind.SMS, NUMBER);
      var mail =
          new Outgoing(
              UUID.randomUUID(),
              rehearsal,
              ChannelKind.EMAIL,
              "a@hotel.example",
              "接站单",
              "正文",
              List.of(new Attachment("接站单.pdf", "application/pdf", new byte[321])),
              null);
      var hook = letter(rehearsal, ChannelKind.WEBHOOK, system.address());
      for (var letter : List.of(sms, mail, hook, sms)) {
        assertThat(channels.send(letter)).isEqualTo(new Delivered("sink"));
      }
      assertThat(system.requests()).isZero();
    }
    assertThat(PROVIDER.log()).hasSize(before);
    var read = at(rehearsal).get("/sink");
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.body()).hasSize(3);
    assertThat(read.body().path(0).path("address").asString()).isEqualTo(NUMBER);
    assertThat(read.body().path(0).path("text").asString()).isEqualTo(SampleLetters.TEXT);
    var second = read.body().path(1);
    assertThat(second.path("n").asLong()).isEqualTo(2);
    assertThat(second.path("channel").asString()).isEqualTo("email");
    assertThat(second.path("attachments").path(0).path("name").asString()).isEqualTo("接站单.pdf");
    assertThat(second.path("attachments").path(0).path("size").asInt()).isEqualTo(321);
    var third = at(rehearsal).get("/sink?since=2").body();
    assertThat(third).hasSize(1);
    assertThat(third.path(0).path("address").asString())
        .as("a robot's key is its whole secret")
        .matches("http://127\\.0\\.0\\.1:\\d+/…");
    assertThat(at(conference).get("/sink").body()).isEmpty();
    assertThat(at(UUID.randomUUID()).get("/sink").code()).isEqualTo("conference-unknown");
  }

  @Test
  void what_became_of_a_rehearsals_letter_the_sink_is_asked_and_no_provider() {
    var rehearsal = UUID.randomUUID();
    known(rehearsal, true);
    var taken = letter(rehearsal, ChannelKind.SMS, NUMBER);
    channels.send(taken);
    assertThat(channels.lookUp(rehearsal, ChannelKind.SMS, taken.reference(), Instant.now()))
        .contains(new Delivered("sink"));
    var real = letter(conference, ChannelKind.SMS, NUMBER);
    channels.send(real);
    assertThat(channels.lookUp(rehearsal, ChannelKind.SMS, real.reference(), Instant.EPOCH))
        .contains(new NotSent("never-heard"));
    assertThat(channels.lookUp(UUID.randomUUID(), ChannelKind.SMS, real.reference(), Instant.EPOCH))
        .isEmpty();
  }

  @Test
  void letters_that_come_at_once_are_numbered_without_a_gap() {
    var rehearsal = UUID.randomUUID();
    known(rehearsal, true);
    List<CompletableFuture<Outcome>> sent = new ArrayList<>();
    for (var n = 0; n < 40; n++) {
      sent.add(
          CompletableFuture.supplyAsync(
              () -> channels.send(letter(rehearsal, ChannelKind.SMS, NUMBER)), AT_ONCE));
    }
    assertThat(sent).allSatisfy(s -> assertThat(s.get()).isEqualTo(new Delivered("sink")));
    assertThat(sink.since(rehearsal, 0))
        .extracting(SinkLetter::n)
        .isEqualTo(java.util.stream.LongStream.rangeClosed(1, 40).boxed().toList());
  }

  @Test
  void a_slow_provider_holds_up_no_other() throws Exception {
    var end = new CountDownLatch(1);
    try (var system = new SlowSystem(end)) {
      List<CompletableFuture<Outcome>> waiting = new ArrayList<>();
      for (var n = 0; n < 2; n++) {
        waiting.add(
            CompletableFuture.supplyAsync(
                () -> channels.send(letter(conference, ChannelKind.WEBHOOK, system.address())),
                AT_ONCE));
      }
      system.awaitRequests(2);
      assertThat(channels.send(letter(conference, ChannelKind.WEBHOOK, system.address())))
          .isEqualTo(new NotSent("provider-crowded"));
      var others = new AtomicReference<Outcome>();
      var done =
          CompletableFuture.runAsync(
              () -> others.set(channels.send(letter(conference, ChannelKind.SMS, NUMBER))),
              AT_ONCE);
      done.get(5, TimeUnit.SECONDS);
      assertThat(others.get()).isInstanceOf(Accepted.class);
      assertThat(waiting).noneMatch(CompletableFuture::isDone);
      end.countDown();
      for (var letter : waiting) {
        assertThat(letter.get(5, TimeUnit.SECONDS)).isInstanceOf(Delivered.class);
      }
    }
  }
}
