package org.huiwu.notification.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.huiwu.notification.channel.ChannelSettings;
import org.huiwu.notification.channel.Outcome;
import org.huiwu.notification.channel.Outcome.Delivered;
import org.huiwu.notification.channel.Outcome.NotSent;
import org.huiwu.notification.channel.Outcome.Refused;
import org.huiwu.notification.channel.Outcome.Unknown;
import org.huiwu.notification.channel.Outgoing;
import org.huiwu.notification.channel.SampleLetters;
import org.huiwu.notification.channel.Settings;
import org.huiwu.notification.channel.guard.Guards;
import org.huiwu.notification.channel.webhook.RobotServer.Answer;
import org.huiwu.notification.channel.webhook.RobotServer.Asked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Each robot is played by a server that checks what the real one checks.
class WebhookChannelTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String WECOM = "/cgi-bin/webhook/send?key=693a91f6";
  private static final String DINGTALK = "/robot/send?access_token=4f1c";
  private static final String FEISHU = "/open-apis/bot/v2/hook/9d2e";
  private static final String SECRET = SampleLetters.SECRET;

  @Test
  void a_wecom_robot_is_sent_a_text_by_its_key() throws Exception {
    try (var robot =
        new RobotServer(asked ->
            "693a91f6".equals(asked.query().get("key"))
                    && read(asked).path("msgtype").asString().equals("text")
                ? Answer.ok("{\"errcode\":0,\"errmsg\":\"ok\"}")
                : Answer.ok("{\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}"))) {
      var letter = SampleLetters.webhook(robot.address() + WECOM, null);
      assertThat(sent(letter)).isEqualTo(new Delivered(letter.reference().toString()));
      assertThat(read(robot.asked().getFirst()).path("text").path("content").asString())
          .isEqualTo(SampleLetters.TEXT);
    }
  }

  @Test
  void a_dingtalk_robot_finds_time_and_signature_in_the_query() throws Exception {
    try (var robot = new RobotServer(WebhookChannelTest::dingtalk)) {
      assertThat(sent(SampleLetters.webhook(robot.address() + DINGTALK, SECRET)))
          .isInstanceOf(Delivered.class);
      assertThat(robot.asked().getFirst().query()).containsEntry("access_token", "4f1c");
      assertThat(sent(SampleLetters.webhook(robot.address() + DINGTALK, "another")))
          .isEqualTo(new Refused("robot-310000"));
      assertThat(sent(SampleLetters.webhook(robot.address() + DINGTALK, null)))
          .isEqualTo(new Refused("robot-310000"));
    }
  }

  /// The secret is the key; milliseconds, a line feed and the secret are the message; base64.
  private static Answer dingtalk(Asked asked) {
    var time = asked.query().getOrDefault("timestamp", "0");
    var good =
        Math.abs(System.currentTimeMillis() - Long.parseLong(time)) < 3_600_000
            && base64(hmac(SECRET, time + "\n" + SECRET)).equals(asked.query().get("sign"))
            && read(asked).path("text").path("content").asString().equals(SampleLetters.TEXT);
    return Answer.ok(
        good
            ? "{\"errcode\":0,\"errmsg\":\"ok\"}"
            : "{\"errcode\":310000,\"errmsg\":\"sign not match\"}");
  }

  @Test
  void a_feishu_robot_finds_time_and_signature_in_the_body() throws Exception {
    try (var robot = new RobotServer(WebhookChannelTest::feishu)) {
      assertThat(sent(SampleLetters.webhook(robot.address() + FEISHU, SECRET)))
          .isInstanceOf(Delivered.class);
      assertThat(sent(SampleLetters.webhook(robot.address() + FEISHU, "another")))
          .isEqualTo(new Refused("robot-19021"));
    }
  }

  /// Seconds, a line feed and the secret are the key; the message is empty; base64.
  private static Answer feishu(Asked asked) {
    var body = read(asked);
    var time = body.path("timestamp").asString("0");
    var good =
        Math.abs(System.currentTimeMillis() / 1000 - Long.parseLong(time)) < 3_600
            && base64(hmac(time + "\n" + SECRET, "")).equals(body.path("sign").asString())
            && body.path("msg_type").asString().equals("text")
            && body.path("content").path("text").asString().equals(SampleLetters.TEXT);
    return Answer.ok(
        good
            ? "{\"code\":0,\"msg\":\"success\",\"data\":{}}"
            : "{\"code\":19021,\"msg\":\"sign match fail or timestamp is not within one hour\"}");
  }

  @Test
  void any_other_system_gets_our_own_json_with_a_signature_over_time_and_body() throws Exception {
    try (var system = new RobotServer(WebhookChannelTest::plain)) {
      var letter = SampleLetters.webhook(system.address() + "/huiwu", SECRET);
      assertThat(sent(letter)).isEqualTo(new Delivered(letter.reference().toString()));
      var body = read(system.asked().getFirst());
      assertThat(body.path("reference").asString()).isEqualTo(letter.reference().toString());
      assertThat(body.path("text").asString()).isEqualTo(SampleLetters.TEXT);
      assertThat(sent(SampleLetters.webhook(system.address() + "/huiwu", "another")))
          .isEqualTo(new Refused("http-401"));
    }
  }

  private static Answer plain(Asked asked) {
    var time = asked.headers().getOrDefault("Huiwu-timestamp", List.of("0")).getFirst();
    var expected = "v1=" + HexFormat.of().formatHex(hmac(SECRET, time + "." + asked.text()));
    return List.of(expected).equals(asked.headers().get("Huiwu-signature"))
        ? new Answer(204, "", Map.of())
        : new Answer(401, "{}", Map.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /cgi-bin/webhook/send?key=1 | 200 | {"errcode":93000,"errmsg":"invalid"}  | Refused[reason=robot-93000]
          /cgi-bin/webhook/send?key=1 | 200 | {"errcode":45009,"errmsg":"too fast"} | NotSent[reason=provider-busy]
          /robot/send?access_token=1  | 200 | {"errcode":130101,"errmsg":"too fast"}| NotSent[reason=provider-busy]
          /open-apis/bot/v2/hook/1    | 200 | {"code":11232,"msg":"too fast"}       | NotSent[reason=provider-busy]
          /open-apis/bot/v2/hook/1    | 200 | <html>                                | Unknown[reason=answer-unreadable]
          /plain                      | 404 | {}                                    | Refused[reason=http-404]
          /plain                      | 500 | {}                                    | Unknown[reason=http-500]
          /plain                      | 503 | {}                                    | Unknown[reason=http-503]
          """)
  void an_answer_means_what_it_says_and_only_a_busy_robot_has_surely_not_sent(
      String path, int status, String body, String outcome) throws Exception {
    try (var robot = new RobotServer(_ -> new Answer(status, body, Map.of()))) {
      assertThat(sent(SampleLetters.webhook(robot.address() + path, null))).hasToString(outcome);
      assertThat(robot.asked()).hasSize(1);
    }
  }

  @Test
  void a_system_that_asks_to_wait_is_asked_again_then() throws Exception {
    var busy = new CountDownLatch(1);
    try (var system =
        new RobotServer(_ -> {
          if (busy.getCount() == 0) {
            return new Answer(204, "", Map.of());
          }
          busy.countDown();
          return new Answer(503, "", Map.of("Retry-After", "1"));
        })) {
      assertThat(sent(SampleLetters.webhook(system.address() + "/x", null)))
          .isInstanceOf(Delivered.class);
      assertThat(system.asked()).hasSize(2);
    }
  }

  @Test
  void a_redirect_is_not_followed() throws Exception {
    try (var inside = new RobotServer(_ -> new Answer(204, "", Map.of()));
        var system =
            new RobotServer(
                _ -> new Answer(307, "", Map.of("Location", inside.address() + "/secret")))) {
      assertThat(sent(SampleLetters.webhook(system.address() + "/x", null)))
          .isEqualTo(new Refused("http-307"));
      assertThat(inside.asked()).isEmpty();
    }
  }

  @Test
  void an_answer_that_does_not_come_leaves_the_letter_unknown_and_it_goes_out_once()
      throws Exception {
    var end = new CountDownLatch(1);
    try (var system =
        new RobotServer(_ -> {
          end.await();
          return Answer.ok("{}");
        })) {
      assertThat(sent(SampleLetters.webhook(system.address() + "/x", null)))
          .isEqualTo(new Unknown("timeout"));
      assertThat(system.asked()).hasSize(1);
      end.countDown();
    }
  }

  @Test
  void where_nobody_listens_a_letter_is_surely_not_sent() throws IOException {
    String gone;
    try (var system = new RobotServer(_ -> Answer.ok("{}"))) {
      gone = system.address();
    }
    assertThat(sent(SampleLetters.webhook(gone + "/x", null)))
        .isEqualTo(new NotSent("unreachable"));
  }

  @Test
  void a_webhook_into_this_machine_is_refused_unless_a_setting_allows_it() throws IOException {
    try (var system = new RobotServer(_ -> Answer.ok("{}"))) {
      var own =
          new ChannelSettings.Webhook(
              true, false, Settings.none().sms().timeout(), Settings.none().sms().timeout());
      var settings = Settings.of(Settings.none().sms(), Settings.none().email(), own);
      assertThat(sent(SampleLetters.webhook(system.address() + "/x", null), settings))
          .isEqualTo(new Refused("private-address"));
      assertThat(system.asked()).isEmpty();
    }
  }

  @Test
  void unless_webhooks_are_enabled_every_letter_is_refused_as_not_configured() {
    assertThat(sent(SampleLetters.webhook("https://robot.example/x", null), Settings.none()))
        .isEqualTo(new Refused("not-configured"));
  }

  private static Outcome sent(Outgoing letter) {
    return sent(letter, Settings.byWebhook());
  }

  private static Outcome sent(Outgoing letter, ChannelSettings settings) {
    try (var guards = new Guards(settings, Clock.systemUTC());
        var channel = new WebhookChannel(settings, guards, JSON, Clock.systemUTC())) {
      return channel.send(letter);
    }
  }

  private static JsonNode read(Asked asked) {
    return JSON.readTree(asked.body());
  }

  private static byte[] hmac(String key, String message) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
