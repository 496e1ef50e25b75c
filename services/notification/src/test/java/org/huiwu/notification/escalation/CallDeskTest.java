package org.huiwu.notification.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.huiwu.notification.NotificationApplication;
import org.huiwu.notification.Owner;
import org.huiwu.platform.testsupport.access.TestIssuer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/// The duty room at the phone; and that no call is made twice, whoever looks and whatever ends.
class CallDeskTest extends Escalated {
  private static final int DEBTS = 12;

  @Autowired private Environment settings;
  @Autowired private EscalationClock timer;

  private void someoneToCall() {
    contact("LIA", "liaison", "\"page\"", "null");
    live.trip("X1", "LIA", "2026-06-09T14:00");
    listed("trip:X1");
    itIs("2026-06-09T08:00");
    live.goesLive();
    itIs("2026-06-09T13:20");
  }

  @Test
  void one_person_makes_a_call_and_another_may_take_it_over() {
    someoneToCall();
    var task = id(call());
    var path = "/call-tasks/" + task + "/assignments";
    assertThat(desk.create(path, "{}").text("assignedTo")).isEqualTo("secretary");
    assertThat(desk.create(path, "{}").status()).as("the same person again").isEqualTo(201);
    assertThat(another().create(path, "{}").code()).isEqualTo("call-task-taken");
    assertThat(another().create(path, "{\"takeOver\": true}").text("assignedTo"))
        .isEqualTo("another");
    assertThat(call().path("assignedTo").asString()).isEqualTo("another");
  }

  @Test
  void
      nobody_answered_the_number_was_wrong_or_it_was_passed_on_frees_the_call_and_leaves_it_open() {
    someoneToCall();
    var task = id(call());
    for (var outcome : List.of("no-answer", "wrong-number", "passed-on")) {
      assertThat(desk.create("/call-tasks/" + task + "/assignments", "{}").status()).isEqualTo(201);
      var report = "{\"outcome\": \"%s\", \"note\": \"门卫\"}".formatted(outcome);
      assertThat(reports(task, report).status()).isEqualTo(201);
      assertThat(call().path("assignedTo").isNull()).as(outcome).isTrue();
    }
    assertThat(call().path("attempts").findValuesAsString("outcome"))
        .containsExactly("no-answer", "wrong-number", "passed-on");
  }

  @Test
  void who_acknowledges_on_the_phone_has_acknowledged() {
    someoneToCall();
    var task = id(call());
    var word =
        """
        {"outcome": "reached-acknowledged", "name": "李四", "version": %d}\
        """;
    assertThat(reports(task, "{\"outcome\": \"reached-acknowledged\"}").code())
        .isEqualTo("call-needs-name-and-version");
    assertThat(reports(task, word.formatted(9)).code()).isEqualTo("version-not-told");
    assertThat(call().path("attempts")).as("a refused report leaves nothing").isEmpty();
    var key = UUID.randomUUID().toString();
    var path = "/call-tasks/" + task + "/outcomes";
    assertThat(desk.create(path, key, word.formatted(1)).status()).isEqualTo(201);
    assertThat(desk.create(path, key, word.formatted(1)).status()).isEqualTo(201);
    assertThat(calls()).isEmpty();
    var standing = standing("LIA", "trip:X1");
    assertThat(standing.path("acknowledgedHow").asString()).isEqualTo("call");
    assertThat(desk.get("/call-tasks?open=false").body().get(0).path("attempts")).hasSize(1);
    assertThat(desk.create("/call-tasks/" + task + "/assignments", "{}").code())
        .isEqualTo("call-task-closed");
    assertThat(reports(UUID.randomUUID(), word.formatted(1)).code()).isEqualTo("call-task-unknown");
  }

  private ConfigurableApplicationContext anotherInstance() {
    var same =
        Stream.of(
                "spring.datasource.url",
                "spring.datasource.username",
                "spring.datasource.password",
                "huiwu.messaging.bootstrap",
                "huiwu.messaging.topic-prefix")
            .map(name -> "--" + name + "=" + settings.getRequiredProperty(name));
    var own =
        Stream.of(
            "--spring.config.name=notification",
            "--server.port=0",
            "--huiwu.access.issuer=" + TestIssuer.get().issuer(),
            "--huiwu.access.keys=" + TestIssuer.get().keys());
    return new SpringApplicationBuilder(NotificationApplication.class)
        .run(Stream.concat(same, own).toArray(String[]::new));
  }

  @Test
  void with_two_instances_and_the_end_of_one_each_step_is_taken_once() {
    contact("DUTY", "duty");
    for (int n = 0; n < DEBTS; n++) {
      contact("L" + n, "liaison");
      live.trip("X" + n, "L" + n, "2026-06-09T14:00");
      live.revises(new Owner("trip:X" + n).line("p", "name", "张三"));
    }
    itIs("2026-06-09T08:00");
    live.goesLive();
    try (var second = anotherInstance()) {
      var there = second.getBean(EscalationClock.class);
      itIs("2026-06-09T13:20");
      raceOf(timer, there);
      untilTaken("next-channel", DEBTS);
    }
    // the first step was taken by either; the one that is left goes on
    itIs("2026-06-09T13:30");
    raceOf(timer, timer);
    await().untilAsserted(() -> assertThat(calls()).hasSize(DEBTS));
    assertThat(
            jdbc.queryForObject(
                """
                select count(*) from (select contact, step, told, count(*) from escalation where conference = ?
                  group by 1, 2, 3 having count(*) > 1) twice\
                """,
                Long.class,
                conference))
        .isZero();
    assertThat(letters("resend").values()).hasSize(DEBTS).containsOnly(1L);
  }

  private static void raceOf(EscalationClock here, EscalationClock there) {
    List<CompletableFuture<Void>> looks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      looks.add(CompletableFuture.runAsync(here::look));
      looks.add(CompletableFuture.runAsync(there::look));
    }
    looks.forEach(CompletableFuture::join);
  }

  private void untilTaken(String step, int times) {
    await()
        .untilAsserted(() ->
            assertThat(
                    jdbc.queryForObject(
                        "select count(*) from escalation where conference = ? and step = ?",
                        Long.class,
                        conference,
                        step))
                .isEqualTo(times));
  }
}
