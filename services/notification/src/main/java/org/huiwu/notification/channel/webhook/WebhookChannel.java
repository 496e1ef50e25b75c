package org.huiwu.notification.channel.webhook;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.notification.channel.Channel;
import org.huiwu.notification.channel.ChannelSettings;
import org.huiwu.notification.channel.ChannelSettings.Webhook;
import org.huiwu.notification.channel.Outcome;
import org.huiwu.notification.channel.Outcome.Delivered;
import org.huiwu.notification.channel.Outcome.NotSent;
import org.huiwu.notification.channel.Outcome.Unknown;
import org.huiwu.notification.channel.Outgoing;
import org.huiwu.notification.channel.RequestSignature;
import org.huiwu.notification.channel.guard.Attempt;
import org.huiwu.notification.channel.guard.Guards;
import org.huiwu.notification.channel.guard.HttpExchange;
import org.huiwu.notification.contact.ChannelKind;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Letters to group robots and other systems. What they take is delivered: the group sees it at
/// once, and nobody tells more later.
@Component
class WebhookChannel implements Channel, AutoCloseable {
  private static final int OK = 200;
  private static final int MULTIPLE = 300;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;
  private static final int UNAVAILABLE = 503;

  private final Webhook settings;
  private final Guards guards;
  private final JsonMapper json;
  private final Clock clock;
  private final HttpExchange http;

  WebhookChannel(ChannelSettings settings, Guards guards, JsonMapper json, Clock clock) {
    this.settings = settings.webhook();
    this.guards = guards;
    this.json = json;
    this.clock = clock;
    this.http = new HttpExchange(this.settings.connectTimeout());
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.WEBHOOK;
  }

  @Override
  public Outcome send(Outgoing letter) {
    if (!settings.enabled()) {
      return Outcome.refused("not-configured");
    }
    return switch (destination(letter)) {
      case Destination.Closed closed -> closed.why();
      case Destination.Open open ->
          guards.of("webhook-" + open.host(), longest()).send(() -> attempt(letter));
    };
  }

  @Override
  public Optional<NotSent> away(String address) {
    if (!settings.enabled()) {
      return Optional.empty();
    }
    return switch (Destination.of(address, settings.privateAddresses())) {
      case Destination.Closed _ -> Optional.empty();
      case Destination.Open open -> guards.of("webhook-" + open.host(), longest()).away();
    };
  }

  private Destination destination(Outgoing letter) {
    return Destination.of(letter.address(), settings.privateAddresses());
  }

  private Duration longest() {
    return settings.connectTimeout().plus(settings.timeout()).plus(Duration.ofSeconds(1));
  }

  /// The host is looked up again right before each attempt: what it led to a while ago may have
  /// changed. The client then finds the same addresses, which the JVM remembers for some seconds.
  private Attempt attempt(Outgoing letter) throws InterruptedException {
    return switch (destination(letter)) {
      case Destination.Closed closed -> Attempt.answered(closed.why());
      case Destination.Open open -> {
        var robot = Robot.of(open.uri());
        yield http.send(request(open, robot, letter), answer -> meaning(robot, letter, answer));
      }
    };
  }

  private HttpRequest request(Destination.Open open, Robot robot, Outgoing letter) {
    var now = clock.instant();
    var body = json.writeValueAsBytes(robot.body(letter, now));
    var request =
        HttpRequest.newBuilder(robot.address(open.uri(), letter.secret(), now))
            .timeout(settings.timeout())
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofByteArray(body));
    if (robot == Robot.PLAIN && letter.secret() instanceof String secret) {
      var seconds = Long.toString(now.getEpochSecond());
      request
          .header("Huiwu-Timestamp", seconds)
          .header("Huiwu-Signature", RequestSignature.of(secret, seconds, body));
    }
    return request.build();
  }

  private Attempt meaning(Robot robot, Outgoing letter, HttpResponse<byte[]> answer) {
    var status = answer.statusCode();
    if (status >= OK && status < MULTIPLE) {
      return robot == Robot.PLAIN
          ? Attempt.answered(new Delivered(letter.reference().toString()))
          : meaning(robot, letter, read(answer));
    }
    if (status == TOO_MANY
        || status == UNAVAILABLE && answer.headers().firstValue("Retry-After").isPresent()) {
      return Attempt.busy(HttpExchange.retryAfter(answer));
    }
    if (status == REQUEST_TIMEOUT) {
      return Attempt.troubled(new NotSent("http-408"));
    }
    return status >= SERVER_ERROR
        ? Attempt.troubled(new Unknown("http-" + status))
        : Attempt.answered(Outcome.refused("http-" + status));
  }

  private static Attempt meaning(Robot robot, Outgoing letter, JsonNode answer) {
    var code = answer.path(robot.codeField());
    if (!code.isIntegralNumber()) {
      return Attempt.troubled(new Unknown("answer-unreadable"));
    }
    if (code.asLong() == 0) {
      return Attempt.answered(new Delivered(letter.reference().toString()));
    }
    // robots take some twenty letters a minute: at once again would be one more too many
    return Attempt.answered(
        robot.isBusy(code.asLong())
            ? new NotSent("provider-busy")
            : Outcome.refused("robot-" + code.asLong()));
  }

  private JsonNode read(HttpResponse<byte[]> answer) {
    try {
      return json.readTree(answer.body());
    } catch (JacksonException e) {
      return json.createObjectNode();
    }
  }

  /// A robot is not asked afterwards.
  @Override
  public Optional<Outcome> lookUp(UUID reference, Instant sentAfter) {
    return Optional.empty();
  }

  @Override
  public void close() {
    http.close();
  }
}
