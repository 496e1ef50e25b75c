package org.huiwu.notification.channel.sms;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.notification.channel.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the provider tells of its own accord. Each event counts once, however often it is told.
@Component
public class ProviderEvents {
  private static final int LONGEST_ID = 100;
  private static final Duration REMEMBERED = Duration.ofDays(30);

  /// @param key the id of the secret, `Provider-Key`
  /// @param seconds when it was signed, `Provider-Timestamp`
  /// @param signature `Provider-Signature`
  public record Signed(
      @Nullable String key, @Nullable String seconds, @Nullable String signature, byte[] body) {

    @Override
    public String toString() {
      return "Signed[" + body.length + " bytes]";
    }
  }

  /// What came of it; who asked without a good signature learns nothing else.
  public enum Taken {
    TAKEN,
    NOT_SIGNED,
    UNREADABLE
  }

  private final SmsProvider provider;
  private final JsonMapper json;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final ObjectProvider<DeliveryReports> reports;
  private final ObjectProvider<InboundTexts> texts;

  ProviderEvents(
      SmsProvider provider,
      JsonMapper json,
      JdbcTemplate jdbc,
      TransactionTemplate transactions,
      Clock clock,
      ObjectProvider<DeliveryReports> reports,
      ObjectProvider<InboundTexts> texts) {
    this.provider = provider;
    this.json = json;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
    this.reports = reports;
    this.texts = texts;
  }

  public Taken receipt(Signed told) {
    return take(
        told,
        (id, event) ->
            report(event)
                .map(report -> {
                  var readers = reports.orderedStream().toList();
                  return () -> readers.forEach(reader -> reader.on(report));
                }));
  }

  public Taken inbound(Signed told) {
    return take(
        told,
        (id, event) ->
            text(id, event)
                .map(text -> {
                  List<InboundTexts> readers = texts.orderedStream().toList();
                  return () -> readers.forEach(reader -> reader.on(text));
                }));
  }

  private interface Reading {
    /// Empty: it cannot be read.
    Optional<Runnable> of(String id, JsonNode event);
  }

  private Taken take(Signed told, Reading reading) {
    var signed =
        provider
            .find()
            .filter(
                at -> at.key().signed(told.key(), told.seconds(), told.signature(), told.body()));
    if (signed.isEmpty()) {
      return Taken.NOT_SIGNED;
    }
    var event = read(told.body());
    var id = event.path("id").asString("");
    var handing = reading.of(id, event);
    if (handing.isEmpty() || id.isBlank() || id.length() > LONGEST_ID) {
      return Taken.UNREADABLE;
    }
    try {
      transactions.executeWithoutResult(_ -> {
        if (isNew(id)) {
          handing.get().run();
        }
      });
    } catch (RuntimeException e) {
      // whose message may repeat the row, and with it the number
      throw new IllegalStateException("an event was not taken: " + typeAndPlace(e));
    }
    return Taken.TAKEN;
  }

  private static String typeAndPlace(RuntimeException e) {
    var stack = e.getStackTrace();
    return e.getClass().getName() + (stack.length == 0 ? "" : " at " + stack[0]);
  }

  /// Events of long ago: a provider repeats one for minutes, and what is signed counts for five.
  public int forgetOld() {
    return jdbc.update(
        "delete from provider_event where at < ?",
        Timestamp.from(clock.instant().minus(REMEMBERED)));
  }

  private boolean isNew(String id) {
    return jdbc.update(
            "insert into provider_event (id, at) values (?, ?) on conflict do nothing",
            id,
            Timestamp.from(clock.instant()))
        == 1;
  }

  private static Optional<Report> report(JsonNode event) {
    try {
      var reference = UUID.fromString(event.path("reference").asString(""));
      var at = Instant.parse(event.path("at").asString(""));
      Optional<Outcome> outcome =
          SmsChannel.outcome(
              event.path("state").asString(""),
              event.path("message").asString(""),
              event.path("reason").asString(""));
      return outcome.map(o -> new Report(reference, o, at));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<InboundText> text(String id, JsonNode event) {
    try {
      var from = event.path("from").asString("");
      var at = Instant.parse(event.path("at").asString(""));
      return from.isBlank() || !event.path("text").isString()
          ? Optional.empty()
          : Optional.of(new InboundText(from, event.path("text").asString(), at, id));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private JsonNode read(byte[] body) {
    try {
      return json.readTree(body);
    } catch (JacksonException e) {
      return json.createObjectNode();
    }
  }
}
