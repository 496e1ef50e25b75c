package org.huiwu.notification.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.huiwu.notification.RealServers;
import org.huiwu.notification.channel.Outcome.Delivered;
import org.huiwu.notification.channel.Outcome.Refused;
import org.huiwu.notification.channel.SampleLetters;
import org.huiwu.notification.channel.Settings;
import org.huiwu.platform.testsupport.access.SignedRequests;
import org.huiwu.provider.Fault;
import org.huiwu.provider.Faults;
import org.huiwu.provider.ProviderSimulator;
import org.huiwu.provider.SharedKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// What the provider tells, through the door that the gateway opens to visitors.
@Import(ProviderCallbackTest.Readers.class)
class ProviderCallbackTest extends RealServers {
  private static final SharedKey KEY = new SharedKey("k1", Settings.SECRET);
  private static final ProviderSimulator PROVIDER = ProviderSimulator.start(0, KEY, Faults.none());
  private static final SignedRequests VISITOR =
      new SignedRequests("notification", "visitor", "visitor");

  private static final List<Report> REPORTS = new CopyOnWriteArrayList<>();
  private static final List<InboundText> TEXTS = new CopyOnWriteArrayList<>();
  private static final AtomicInteger FAILING = new AtomicInteger();

  @TestConfiguration(proxyBeanMethods = false)
  static class Readers {
    @Bean
    DeliveryReports reportsOfTheTest() {
      return REPORTS::add;
    }

    @Bean
    InboundTexts textsOfTheTest() {
      return text -> {
        if (FAILING.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
          throw new IllegalStateException("not now: " + text.from());
        }
        TEXTS.add(text);
      };
    }
  }

  @Autowired private SmsChannel channel;
  @Autowired private ProviderEvents events;
  @Autowired private JdbcTemplate jdbc;
  private final HttpClient http = HttpClient.newHttpClient();

  @DynamicPropertySource
  static void provider(DynamicPropertyRegistry registry) {
    registry.add("huiwu.notification.channels.sms.url", PROVIDER::address);
    registry.add("huiwu.notification.channels.sms.key-id", () -> "k1");
    registry.add("huiwu.notification.channels.sms.secret-file", Settings::secretFile);
  }

  @BeforeEach
  void the_provider_tells_us() {
    REPORTS.clear();
    TEXTS.clear();
    PROVIDER
        .tells(URI.create("http://127.0.0.1:" + port + "/providers/sms"))
        .withHeader("Authorization", () -> VISITOR.bearer("/providers/sms"));
  }

  @AfterAll
  static void the_provider_leaves() {
    PROVIDER.close();
  }

  @Test
  void a_text_is_delivered_once_the_provider_says_so_and_a_failed_one_is_refused() {
    PROVIDER.next(Fault.NONE, Fault.FAIL);
    var good = SampleLetters.sms();
    var bad = SampleLetters.sms();
    channel.send(good);
    channel.send(bad);
    await().untilAsserted(() -> assertThat(REPORTS).hasSize(2));
    assertThat(REPORTS)
        .anyMatch(r -> r.reference().equals(good.reference()) && r.outcome() instanceof Delivered)
        .anyMatch(r ->
            r.reference().equals(bad.reference())
                && r.outcome().equals(new Refused("not-delivered")));
  }

  @Test
  void events_of_long_ago_are_forgotten() {
    jdbc.update(
        """
        insert into provider_event (id, at) values ('old-one', now() - interval '31 days'),
          ('young-one', now() - interval '29 days')\
        """);
    events.forgetOld();
    assertThat(
            jdbc.queryForList(
                "select id from provider_event where id in ('old-one', 'young-one')", String.class))
        .containsExactly("young-one");
  }

  @Test
  void a_receipt_that_comes_twice_counts_once() {
    PROVIDER.next(Fault.DOUBLE_REPORT);
    var taken = PROVIDER.callbacksTaken();
    var letter = SampleLetters.sms();
    channel.send(letter);
    await().until(() -> PROVIDER.callbacksTaken() == taken + 2);
    assertThat(REPORTS)
        .hasSize(1)
        .first()
        .extracting(Report::reference)
        .isEqualTo(letter.reference());
  }

  @Test
  void a_text_that_comes_in_is_handed_on_with_its_number() {
    var id = PROVIDER.receive("+8613900001111", "收到 7314");
    await().untilAsserted(() -> assertThat(TEXTS).hasSize(1));
    assertThat(TEXTS.getFirst().from()).isEqualTo("+8613900001111");
    assertThat(TEXTS.getFirst().text()).isEqualTo("收到 7314");
    assertThat(TEXTS.getFirst().id()).isEqualTo(id);
    assertThat(TEXTS.getFirst()).asString().doesNotContain("1390000", "7314");
  }

  @Test
  void what_could_not_be_handed_on_is_told_again_and_then_counts_and_no_number_is_logged() {
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(lines);
    try {
      FAILING.set(1);
      PROVIDER.receive("+8613900001111", "再来");
      await().untilAsserted(() -> assertThat(TEXTS).hasSize(1));
    } finally {
      root.detachAppender(lines);
    }
    var logged = new StringBuilder();
    for (var line : lines.list) {
      logged.append(line.getFormattedMessage());
      if (line.getThrowableProxy() != null) {
        logged.append(ThrowableProxyUtil.asString(line.getThrowableProxy()));
      }
    }
    assertThat(logged.toString())
        .contains("an event was not taken: java.lang.IllegalStateException")
        .doesNotContain("13900001111", "再来");
  }

  @Test
  void unsigned_old_and_changed_callbacks_get_one_and_the_same_answer_and_count_for_nothing()
      throws Exception {
    var body = inbound(UUID.randomUUID().toString());
    var now = Instant.now().getEpochSecond();
    var changed = inbound(UUID.randomUUID().toString());
    var answers =
        List.of(
            post("inbound", body, null, null, null),
            post("inbound", body, "k1", seconds(now), "v1=00"),
            post("inbound", changed, "k1", seconds(now), KEY.sign(seconds(now), body)),
            post("inbound", body, "k1", seconds(now + 1), KEY.sign(seconds(now), body)),
            post("inbound", body, "k2", seconds(now), KEY.sign(seconds(now), body)),
            post("inbound", body, "k1", "soon", KEY.sign("soon", body)),
            signed("inbound", body, now - 301),
            signed("inbound", body, now + 330),
            post(
                "inbound",
                body,
                "k1",
                seconds(now),
                new SharedKey("k1", "guessed").sign(seconds(now), body)));
    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(403);
    assertThat(answers).extracting(HttpResponse::body).containsOnly(answers.getFirst().body());
    assertThat(TEXTS).isEmpty();
    assertThat(signed("inbound", body, now).statusCode()).isEqualTo(204);
    assertThat(signed("inbound", body, now).statusCode()).isEqualTo(204);
    assertThat(TEXTS).hasSize(1);
  }

  @Test
  void what_is_signed_but_cannot_be_read_is_said_to_be_so() throws Exception {
    var now = Instant.now().getEpochSecond();
    for (var body :
        List.of(
            "no json",
            "{}",
            "{\"id\":\"1\",\"reference\":\"x\",\"state\":\"delivered\",\"at\":\"2026-10-12T08:00:00Z\"}",
            "{\"id\":\"2\",\"reference\":\"%s\",\"state\":\"eaten\",\"at\":\"2026-10-12T08:00:00Z\"}"
                .formatted(UUID.randomUUID()))) {
      assertThat(signed("receipts", body.getBytes(StandardCharsets.UTF_8), now).statusCode())
          .as(body)
          .isEqualTo(400);
    }
    assertThat(REPORTS).isEmpty();
    assertThat(jdbc.queryForList("select id from provider_event where id in ('1', '2')")).isEmpty();
  }

  private static byte[] inbound(String id) {
    return "{\"id\":\"%s\",\"from\":\"+8613900001111\",\"text\":\"收到\",\"at\":\"2026-10-12T08:00:00Z\"}"
        .formatted(id)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String seconds(long at) {
    return Long.toString(at);
  }

  private HttpResponse<String> signed(String what, byte[] body, long at)
      throws IOException, InterruptedException {
    return post(what, body, "k1", seconds(at), KEY.sign(seconds(at), body));
  }

  private HttpResponse<String> post(
      String what,
      byte[] body,
      @Nullable String key,
      @Nullable String seconds,
      @Nullable String signature)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/providers/sms/" + what))
            .header("Authorization", VISITOR.bearer("/providers/sms"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body));
    if (key != null && seconds != null && signature != null) {
      request
          .header("Provider-Key", key)
          .header("Provider-Timestamp", seconds)
          .header("Provider-Signature", signature);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
