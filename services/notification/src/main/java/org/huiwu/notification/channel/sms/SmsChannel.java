package org.huiwu.notification.channel.sms;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huiwu.notification.channel.Channel;
import org.huiwu.notification.channel.ChannelSettings;
import org.huiwu.notification.channel.Outcome;
import org.huiwu.notification.channel.Outcome.Accepted;
import org.huiwu.notification.channel.Outcome.Delivered;
import org.huiwu.notification.channel.Outcome.NotSent;
import org.huiwu.notification.channel.Outcome.Unknown;
import org.huiwu.notification.channel.Outgoing;
import org.huiwu.notification.channel.guard.Attempt;
import org.huiwu.notification.channel.guard.Guard;
import org.huiwu.notification.channel.guard.Guards;
import org.huiwu.notification.channel.guard.HttpExchange;
import org.huiwu.notification.contact.ChannelKind;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Texts by the provider's API, as docs/how-to-connect-a-provider.md has it.
@Component
class SmsChannel implements Channel, AutoCloseable {
  private static final int OK = 200;
  private static final int MULTIPLE = 300;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;
  private static final int UNAVAILABLE = 503;

  /// The provider's words for a refusal that are handed on; of any other only the status is.
  private static final Set<String> REASONS =
      Set.of("bad-number", "blocked", "unsubscribed", "too-long", "no-credit", "signature");

  /// The provider's word for a reference that it has never heard; a 404 without it may come from
  /// one that cannot be asked.
  private static final String NOT_KNOWN = "unknown";

  /// So long every provider knows what it was given.
  private static final Duration REMEMBERED = Duration.ofMinutes(30);

  private final SmsProvider provider;
  private final Guard guard;
  private final JsonMapper json;
  private final Clock clock;
  private final Duration timeout;
  private final Duration settle;
  private final HttpExchange http;

  SmsChannel(
      ChannelSettings settings, SmsProvider provider, Guards guards, JsonMapper json, Clock clock) {
    var sms = settings.sms();
    this.provider = provider;
    this.timeout = sms.timeout();
    this.settle = sms.settle();
    // the client's own timeout comes first: it knows whether the connection stood
    this.guard =
        guards.of("sms", sms.connectTimeout().plus(sms.timeout()).plus(Duration.ofSeconds(1)));
    this.http = new HttpExchange(sms.connectTimeout());
    this.json = json;
    this.clock = clock;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.SMS;
  }

  @Override
  public Outcome send(Outgoing letter) {
    return provider
        .find()
        .map(at -> guard.send(() -> http.send(request(at, letter), this::meaning)))
        .orElse(Outcome.refused("not-configured"));
  }

  private HttpRequest request(SmsProvider.At at, Outgoing letter) {
    var body =
        json.writeValueAsBytes(
            Map.of("reference", letter.reference(), "to", letter.address(), "text", letter.text()));
    var request =
        HttpRequest.newBuilder(at.messages())
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body));
    at.key().sign(request, body);
    return request.build();
  }

  private Attempt meaning(HttpResponse<byte[]> answer) {
    var status = answer.statusCode();
    if (status >= OK && status < MULTIPLE) {
      var id = read(answer).path("id").asString("");
      return id.isBlank()
          ? Attempt.troubled(new Unknown("answer-unreadable"))
          : Attempt.answered(new Accepted(id));
    }
    if (status == TOO_MANY
        || status == UNAVAILABLE && answer.headers().firstValue("Retry-After").isPresent()) {
      return Attempt.busy(HttpExchange.retryAfter(answer));
    }
    if (status == REQUEST_TIMEOUT) {
      return Attempt.troubled(new NotSent("http-408"));
    }
    if (status >= SERVER_ERROR) {
      return Attempt.troubled(new Unknown("http-" + status));
    }
    var code = status >= BAD_REQUEST ? read(answer).path("code").asString("") : "";
    return Attempt.answered(Outcome.refused(REASONS.contains(code) ? code : "http-" + status));
  }

  @Override
  public Optional<Outcome> lookUp(UUID reference, Instant sentAfter) {
    return provider
        .find()
        .flatMap(at -> guard.ask(() -> http.ask(question(at, reference)), SmsChannel::health))
        .flatMap(answer ->
            switch (answer.statusCode()) {
              case OK -> state(read(answer));
              case NOT_FOUND ->
                  read(answer).path("code").asString("").equals(NOT_KNOWN)
                      ? neverHeard(sentAfter)
                      : Optional.empty();
              default -> Optional.empty();
            });
  }

  /// What an answer to a question says of the provider itself.
  private static Attempt health(HttpResponse<byte[]> answer) {
    var status = answer.statusCode();
    if (status == TOO_MANY || status == UNAVAILABLE) {
      return Attempt.busy(HttpExchange.retryAfter(answer));
    }
    var outcome = new Unknown("http-" + status);
    return status >= SERVER_ERROR ? Attempt.troubled(outcome) : Attempt.answered(outcome);
  }

  @Override
  public Optional<NotSent> away(String address) {
    return provider.find().flatMap(_ -> guard.away());
  }

  private HttpRequest question(SmsProvider.At at, UUID reference) {
    var request =
        HttpRequest.newBuilder(URI.create(at.messages() + "/" + reference)).timeout(timeout).GET();
    at.key().sign(request, reference.toString().getBytes(StandardCharsets.US_ASCII));
    return request.build();
  }

  private static Optional<Outcome> state(JsonNode text) {
    return outcome(
        text.path("state").asString(""),
        text.path("id").asString(""),
        text.path("reason").asString(""));
  }

  /// A request may still be on its way: that the provider does not know it means something only
  /// when it has had time to come in, and only as long as no provider has forgotten it again.
  private Optional<Outcome> neverHeard(Instant sentAfter) {
    var now = clock.instant();
    return now.isAfter(sentAfter.plus(settle)) && now.isBefore(sentAfter.plus(REMEMBERED))
        ? Optional.of(new NotSent("never-heard"))
        : Optional.empty();
  }

  /// Empty for a state that is not in the API.
  static Optional<Outcome> outcome(String state, String id, String reason) {
    return switch (state) {
      case "accepted" -> Optional.of(new Accepted(id));
      case "delivered" -> Optional.of(new Delivered(id));
      case "failed" ->
          Optional.of(Outcome.refused(REASONS.contains(reason) ? reason : "not-delivered"));
      default -> Optional.empty();
    };
  }

  private JsonNode read(HttpResponse<byte[]> answer) {
    try {
      return json.readTree(answer.body());
    } catch (JacksonException e) {
      return json.createObjectNode();
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
