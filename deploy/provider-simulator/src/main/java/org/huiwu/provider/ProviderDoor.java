package org.huiwu.provider;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What the provider answers, and what it then does with a text.
final class ProviderDoor {
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{5,15}");
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final String PATH = "/messages";

  /// The body of a request for a text.
  record Asked(@Nullable String reference, @Nullable String to, @Nullable String text) {}

  record Inbound(@Nullable String from, @Nullable String text) {}

  private final JsonMapper json = JsonMapper.builder().build();
  private final TextLog log = new TextLog();
  private final Deque<Fault> scripted = new ArrayDeque<>();
  private final Map<Fault, Integer> happened = new EnumMap<>(Fault.class);
  private final Set<String> blocked = ConcurrentHashMap.newKeySet();
  private final SharedKey key;
  private final Faults faults;
  private final Callbacks callbacks;
  private final Clock clock;

  ProviderDoor(SharedKey key, Faults faults, Callbacks callbacks, Clock clock) {
    this.key = key;
    this.faults = faults;
    this.callbacks = callbacks;
    this.clock = clock;
  }

  void next(List<Fault> coming) {
    synchronized (scripted) {
      scripted.addAll(coming);
    }
  }

  void block(String number) {
    blocked.add(number);
  }

  List<Text> texts() {
    return log.all();
  }

  String receive(String from, String text) {
    var id = ProviderSimulator.newEvent();
    var event = ProviderSimulator.inboundEvent(id, from, text, clock);
    callbacks.later(() -> callbacks.tell("inbound", event), 0);
    return id;
  }

  void messages(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readAllBytes();
    var reference =
        exchange.getRequestURI().getPath().substring(PATH.length()).replaceFirst("^/", "");
    var asking = exchange.getRequestMethod().equals("GET");
    if (!signed(
        exchange, asking ? reference.getBytes(java.nio.charset.StandardCharsets.US_ASCII) : body)) {
      answer(exchange, 401, Map.of("code", "signature"));
    } else if (asking) {
      tellOf(exchange, reference);
    } else {
      take(exchange, body);
    }
  }

  private boolean signed(HttpExchange exchange, byte[] content) {
    var headers = exchange.getRequestHeaders();
    var id = headers.getFirst("Provider-Key");
    var seconds = headers.getFirst("Provider-Timestamp");
    var signature = headers.getFirst("Provider-Signature");
    return id != null
        && seconds != null
        && signature != null
        && id.equals(key.id())
        && seconds.matches("[0-9]{1,12}")
        && Math.abs(clock.instant().getEpochSecond() - Long.parseLong(seconds))
            <= WINDOW.toSeconds()
        && key.signed(seconds, content, signature);
  }

  private void tellOf(HttpExchange exchange, String reference) throws IOException {
    var found = log.find(reference);
    if (found.isEmpty()) {
      answer(exchange, 404, Map.of("code", "unknown"));
      return;
    }
    answer(exchange, 200, Map.of("id", found.get().id(), "state", found.get().state()));
  }

  private void take(HttpExchange exchange, byte[] body) throws IOException {
    Asked asked;
    try {
      asked = json.readValue(body, Asked.class);
    } catch (JacksonException e) {
      answer(exchange, 400, Map.of("code", "unreadable"));
      return;
    }
    var reference = asked.reference();
    var to = asked.to();
    var text = asked.text();
    if (reference == null || to == null || text == null) {
      answer(exchange, 400, Map.of("code", "incomplete"));
    } else if (!NUMBER.matcher(to).matches()) {
      answer(exchange, 422, Map.of("code", "bad-number"));
    } else if (blocked.contains(to)) {
      answer(exchange, 422, Map.of("code", "blocked"));
    } else {
      take(exchange, reference, to, text);
    }
  }

  private void take(HttpExchange exchange, String reference, String to, String text)
      throws IOException {
    var known = log.find(reference);
    if (known.isPresent()) {
      // a double of the sender's: it goes out again, and the log says so
      log.record(0, reference, to, text, Fault.NONE, clock.instant());
      callbacks.later(() -> log.change(reference, t -> t.shown(1, clock.instant())), 0);
      answer(exchange, 200, Map.of("id", known.get().id()));
      return;
    }
    var n = log.arrives();
    var fault = faultOf(n);
    switch (fault) {
      case DROP_BEFORE -> exchange.close();
      case BUSY -> {
        exchange.getResponseHeaders().set("Retry-After", "" + faults.retryAfter().toSeconds());
        answer(exchange, 429, Map.of("code", "busy"));
      }
      case NONE, LOSE, FAIL, SLOW, LATE, DOUBLE_REPORT, DOUBLE_TEXT, DROP_AFTER -> {
        var fresh = log.record(n, reference, to, text, fault, clock.instant());
        fresh.ifPresent(this::sendOff);
        answerFor(exchange, fault, fresh.map(Text::id).orElse(reference));
      }
    }
  }

  private void answerFor(HttpExchange exchange, Fault fault, String id) throws IOException {
    switch (fault) {
      case DROP_AFTER -> exchange.close();
      case SLOW ->
          callbacks.later(
              () -> {
                try {
                  answer(exchange, 200, Map.of("id", id));
                } catch (IOException e) {
                  // nobody waits any more: that is what slow means
                  exchange.close();
                }
              },
              faults.slowBy().toMillis());
      case NONE, LOSE, FAIL, LATE, DOUBLE_REPORT, DOUBLE_TEXT, DROP_BEFORE, BUSY ->
          answer(exchange, 200, Map.of("id", id));
    }
  }

  private Fault faultOf(long n) {
    synchronized (scripted) {
      var next = scripted.poll();
      var fault = next == null ? faults.of(n) : next;
      happened.merge(fault, 1, Integer::sum);
      return fault;
    }
  }

  Map<Fault, Integer> happened() {
    synchronized (scripted) {
      return new EnumMap<>(happened);
    }
  }

  private void sendOff(Text text) {
    var delivery = faults.delivery().toMillis();
    switch (text.fault()) {
      case LOSE, DROP_BEFORE, BUSY -> {}
      case FAIL -> callbacks.later(() -> fail(text), delivery);
      case LATE ->
          callbacks.later(() -> deliver(text, 1, 1), delivery + faults.lateBy().toMillis());
      case DOUBLE_REPORT -> callbacks.later(() -> deliver(text, 1, 2), delivery);
      case DOUBLE_TEXT -> callbacks.later(() -> deliver(text, 2, 1), delivery);
      case NONE, SLOW, DROP_AFTER -> callbacks.later(() -> deliver(text, 1, 1), delivery);
    }
  }

  private void deliver(Text text, int times, int reports) {
    log.change(text.reference(), t -> t.shown(times, clock.instant()).reported());
    var event = report(text, "delivered");
    for (var n = 0; n < reports; n++) {
      callbacks.tell("receipts", event);
    }
  }

  private void fail(Text text) {
    log.change(text.reference(), t -> t.failed().reported());
    callbacks.tell("receipts", report(text, "failed"));
  }

  private Map<String, Object> report(Text text, String state) {
    var event = new LinkedHashMap<String, Object>();
    event.put("id", ProviderSimulator.newEvent());
    event.put("reference", text.reference());
    event.put("state", state);
    event.put("message", text.id());
    event.put("at", clock.instant().toString());
    return event;
  }

  void log(HttpExchange exchange) throws IOException {
    answer(exchange, 200, log.all());
  }

  void inbound(HttpExchange exchange) throws IOException {
    try {
      var sent = json.readValue(exchange.getRequestBody().readAllBytes(), Inbound.class);
      if (sent.from() == null || sent.text() == null) {
        answer(exchange, 400, Map.of("code", "incomplete"));
        return;
      }
      answer(exchange, 202, Map.of("id", receive(sent.from(), sent.text())));
    } catch (JacksonException e) {
      answer(exchange, 400, Map.of("code", "unreadable"));
    }
  }

  private void answer(HttpExchange exchange, int status, Object content) throws IOException {
    var bytes = json.writeValueAsBytes(content);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
