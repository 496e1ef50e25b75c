package org.huiwu.notification.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.huiwu.notification.channel.Outcome;
import org.huiwu.notification.channel.Outcome.Accepted;
import org.huiwu.notification.channel.Outcome.NotSent;
import org.huiwu.notification.channel.Outcome.Refused;
import org.huiwu.notification.channel.Outcome.Unknown;
import org.huiwu.notification.channel.SampleLetters;
import org.huiwu.notification.channel.Settings;
import org.huiwu.notification.channel.guard.Attempt;
import org.huiwu.notification.channel.guard.Guard;
import org.huiwu.notification.channel.guard.Guards;
import org.huiwu.provider.Fault;
import org.huiwu.provider.Faults;
import org.huiwu.provider.ProviderSimulator;
import org.huiwu.provider.SharedKey;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CircuitTest {
  private final Clock clock = Clock.systemUTC();

  @Test
  void a_provider_in_trouble_is_left_alone_and_asked_again_after_a_while() {
    try (var provider =
        ProviderSimulator.start(0, new SharedKey("k1", Settings.SECRET), Faults.none())) {
      var settings = Settings.bySms(provider.address());
      var guards = new Guards(settings, clock);
      try (guards;
          var channel =
              new SmsChannel(
                  settings,
                  new SmsProvider(settings, clock),
                  guards,
                  JsonMapper.builder().build(),
                  clock)) {
        provider.next(Fault.DROP_AFTER, Fault.DROP_AFTER, Fault.DROP_AFTER);
        for (var n = 0; n < 3; n++) {
          assertThat(channel.send(SampleLetters.sms())).isEqualTo(new Unknown("connection-lost"));
        }
        assertThat(channel.send(SampleLetters.sms())).isEqualTo(new NotSent("circuit-open"));
        assertThat(provider.log()).hasSize(3);
        await()
            .atMost(Duration.ofSeconds(5))
            .until(() -> channel.send(SampleLetters.sms()) instanceof Accepted);
        assertThat(provider.log()).hasSize(4).allMatch(text -> text.requests() == 1);
        assertThat(channel.send(SampleLetters.sms())).isInstanceOf(Accepted.class);
        assertThat(guards.of("sms", Duration.ofSeconds(1)).state()).isEqualTo("CLOSED");
      }
    }
  }

  @Test
  void look_ups_without_an_answer_open_the_circuit_and_never_close_it() {
    var provider = ProviderSimulator.start(0, new SharedKey("k1", Settings.SECRET), Faults.none());
    var settings = Settings.bySms(provider.address());
    var guards = new Guards(settings, clock);
    try (guards;
        var channel =
            new SmsChannel(
                settings,
                new SmsProvider(settings, clock),
                guards,
                JsonMapper.builder().build(),
                clock)) {
      assertThat(channel.away("13800000000")).isEmpty();
      provider.close();
      for (var n = 0; n < 6; n++) {
        assertThat(channel.lookUp(UUID.randomUUID(), clock.instant())).isEmpty();
      }
      assertThat(guards.of("sms", Duration.ofSeconds(1)).state()).isEqualTo("OPEN");
      assertThat(channel.away("13800000000")).contains(new NotSent("circuit-open"));
      await().atMost(Duration.ofSeconds(5)).until(() -> channel.away("13800000000").isEmpty());
      assertThat(channel.lookUp(UUID.randomUUID(), clock.instant())).isEmpty();
      assertThat(guards.of("sms", Duration.ofSeconds(1)).state()).isEqualTo("OPEN");
    }
  }

  @Test
  void numbers_that_are_refused_say_nothing_against_the_provider() {
    try (var guards = new Guards(Settings.none(), clock)) {
      var guard = guards.of("sms", Duration.ofSeconds(1));
      for (var n = 0; n < 20; n++) {
        assertThat(guard.send(() -> Attempt.answered(new Refused("bad-number"))))
            .isEqualTo(new Refused("bad-number"));
      }
    }
  }

  @Test
  void only_what_was_surely_not_sent_is_tried_again_and_only_so_often() {
    try (var guards = new Guards(Settings.none(), clock)) {
      assertThat(attempts(guards.of("a", Duration.ofSeconds(1)), new NotSent("unreachable")))
          .isEqualTo(3);
      assertThat(attempts(guards.of("b", Duration.ofSeconds(1)), new Unknown("timeout"))).isOne();
      assertThat(attempts(guards.of("c", Duration.ofSeconds(1)), new Refused("x"))).isOne();
    }
  }

  private static int attempts(Guard guard, Outcome outcome) {
    var made = new AtomicInteger();
    assertThat(
            guard.send(() -> {
              made.incrementAndGet();
              return Attempt.troubled(outcome);
            }))
        .isEqualTo(outcome);
    return made.get();
  }

  @Test
  void an_attempt_without_end_is_broken_off_and_its_letter_is_unknown() {
    try (var guards = new Guards(Settings.none(), clock)) {
      var guard = guards.of("stuck", Duration.ofMillis(50));
      var never = new java.util.concurrent.CountDownLatch(1);
      assertThat(
              guard.send(() -> {
                never.await();
                return Attempt.answered(new Accepted("x"));
              }))
          .isEqualTo(new Unknown("timeout"));
    }
  }

  @Test
  void a_provider_that_asks_for_a_long_pause_gets_it() {
    try (var guards = new Guards(Settings.none(), clock)) {
      var guard = guards.of("busy", Duration.ofSeconds(1));
      var asked = new AtomicInteger();
      for (var n = 0; n < 3; n++) {
        assertThat(
                guard.send(() -> {
                  asked.incrementAndGet();
                  return Attempt.busy(Duration.ofMinutes(1));
                }))
            .isEqualTo(new NotSent("provider-busy"));
      }
      assertThat(asked).hasValue(1);
    }
  }
}
