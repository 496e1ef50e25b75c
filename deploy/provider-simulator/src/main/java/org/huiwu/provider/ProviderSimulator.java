package org.huiwu.provider;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/// A provider of text messages as docs/how-to-connect-a-provider.md describes it, on a port of its
/// own, in this process or by `main` in one of its own.
///
/// Faults come as the seed decides; [#next] says for a test what happens to the next texts instead.
/// Its log is the provider's word: what it accepted, for which number, and how often the phone
/// showed it.
public final class ProviderSimulator implements AutoCloseable {
  private final HttpServer server;
  private final ScheduledExecutorService timer;
  private final Callbacks callbacks;
  private final ProviderDoor door;
  private final Clock clock = Clock.systemUTC();

  private ProviderSimulator(int port, SharedKey key, Faults faults) {
    try {
      server =
          HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("provider-timer").factory());
    callbacks = new Callbacks(key, timer, clock);
    door = new ProviderDoor(key, faults, callbacks, clock);
    server.createContext("/messages", door::messages);
    server.createContext("/log", door::log);
    server.createContext("/inbound", door::inbound);
    server.setExecutor(work -> Thread.ofVirtual().name("provider").start(work));
    server.start();
  }

  /// @param port 0 = any that is free
  public static ProviderSimulator start(int port, SharedKey key, Faults faults) {
    return new ProviderSimulator(port, key, faults);
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// Where receipts and inbound texts are told: `<base>/receipts` and `<base>/inbound`. Until then
  /// nobody is told.
  public ProviderSimulator tells(URI base) {
    callbacks.to(base);
    return this;
  }

  /// Sent with every callback, e.g. where the callbacks pass no gateway.
  public ProviderSimulator withHeader(String name, Supplier<String> value) {
    callbacks.header(name, value);
    return this;
  }

  /// What happens to the texts that come next, before the seed decides again.
  public void next(Fault... faults) {
    door.next(List.of(faults));
  }

  /// From now on this number is refused for good.
  public void block(String number) {
    door.block(number);
  }

  /// Somebody sends a text to the sender's number.
  ///
  /// @return the event's id
  public String receive(String from, String text) {
    return door.receive(from, text);
  }

  public List<Text> log() {
    return door.texts();
  }

  /// How often each fault has happened, also those that left nothing in the log.
  public Map<Fault, Integer> happened() {
    return door.happened();
  }

  /// How many callbacks were taken with 2xx, doubles included.
  public int callbacksTaken() {
    return callbacks.taken();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    callbacks.close();
    server.stop(0);
  }

  static Map<String, Object> inboundEvent(String id, String from, String text, Clock clock) {
    return Map.of("id", id, "from", from, "text", text, "at", clock.instant().toString());
  }

  static String newEvent() {
    return UUID.randomUUID().toString();
  }
}
