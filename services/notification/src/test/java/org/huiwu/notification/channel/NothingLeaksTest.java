package org.huiwu.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.notification.channel.SampleLetters.NUMBER;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.huiwu.notification.RealServers;
import org.huiwu.notification.channel.email.ScriptedSmtp;
import org.huiwu.notification.channel.sink.Sink;
import org.huiwu.notification.contact.ChannelKind;
import org.huiwu.platform.testsupport.access.SignedRequests;
import org.huiwu.provider.Fault;
import org.huiwu.provider.Faults;
import org.huiwu.provider.ProviderSimulator;
import org.huiwu.provider.SharedKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/// A run in which everything fails that can, and every line that is logged meanwhile.
@TestPropertySource(
    properties = {
      "huiwu.notification.channels.sms.timeout=600ms",
      "huiwu.notification.channels.email.host=127.0.0.1",
      "huiwu.notification.channels.email.security=none",
      "huiwu.notification.channels.email.from=huiwu@huiwu.example",
      "huiwu.notification.channels.webhook.enabled=true",
      "huiwu.notification.channels.webhook.private-addresses=true"
    })
class NothingLeaksTest extends RealServers {
  private static final String MAILBOX = "zhang.jianguo@hotel.example";
  private static final ScriptedSmtp MAIL_SERVER = mailServer();
  private static final ProviderSimulator PROVIDER =
      ProviderSimulator.start(0, new SharedKey("k1", Settings.SECRET), Faults.none());

  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final List<String> julLines = new ArrayList<>();
  private final Handler jul =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          julLines.add(line.getMessage() + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @Autowired private Channels channels;
  @Autowired private Sink sink;
  @Autowired private JdbcTemplate jdbc;

  private static ScriptedSmtp mailServer() {
    try {
      return new ScriptedSmtp("RCPT", "550 5.1.1 nobody here is called " + MAILBOX);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @DynamicPropertySource
  static void provider(DynamicPropertyRegistry registry) {
    registry.add("huiwu.notification.channels.sms.url", PROVIDER::address);
    registry.add("huiwu.notification.channels.email.port", MAIL_SERVER::port);
    registry.add("huiwu.notification.channels.sms.key-id", () -> "k1");
    registry.add("huiwu.notification.channels.sms.secret-file", Settings::secretFile);
  }

  @AfterAll
  static void the_servers_leave() throws IOException {
    PROVIDER.close();
    MAIL_SERVER.close();
  }

  private static Logger logger(String name) {
    return (Logger) LoggerFactory.getLogger(name);
  }

  @BeforeEach
  void every_line_is_kept() {
    logger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
    logger("org.huiwu").setLevel(Level.TRACE);
    lines.start();
    logger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(lines);
    LogManager.getLogManager().getLogger("").addHandler(jul);
  }

  @AfterEach
  void the_log_is_as_it_was() {
    logger(org.slf4j.Logger.ROOT_LOGGER_NAME).detachAppender(lines);
    logger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.ERROR);
    logger("org.huiwu").setLevel(Level.INFO);
    LogManager.getLogManager().getLogger("").removeHandler(jul);
  }

  @Test
  void no_number_no_word_and_no_secret_is_ever_logged() throws Exception {
    jdbc.update(
        """
        insert into conference_fact (conference, incarnation, seen, code, name, zone, starts, ends, rehearsal)
        values (?, 1, 1, 'C', '大会', 'Asia/Shanghai', '2026-10-12 08:00', '2026-10-16 18:00', false)\
        """,
        conference);
    PROVIDER.next(
        Fault.SLOW, Fault.DROP_AFTER, Fault.DROP_BEFORE, Fault.DROP_BEFORE, Fault.DROP_BEFORE);
    List<Outcome> outcomes = new ArrayList<>();
    for (var n = 0; n < 7; n++) {
      outcomes.add(send(ChannelKind.SMS, NUMBER));
    }
    outcomes.add(send(ChannelKind.EMAIL, MAILBOX));
    outcomes.add(send(ChannelKind.EMAIL, MAILBOX + "\r\n" + NUMBER));
    outcomes.add(send(ChannelKind.WEBHOOK, "http://127.0.0.1:1/robot/send?access_token=tok4711"));
    outcomes.add(send(ChannelKind.WEBHOOK, "https:// " + NUMBER));
    // a fault of ours: the channel itself throws
    outcomes.add(
        new Channels(List.of(new Faulty()), _ -> Optional.of(false), sink)
            .send(SampleLetters.sms()));
    assertThat(outcomes).noneMatch(o -> o instanceof Outcome.Accepted).hasSize(12);
    assertThat(MAIL_SERVER.heard()).anyMatch(line -> line.contains(MAILBOX));
    provideNonsense();

    var logged = lines.list.stream().map(NothingLeaksTest::whole).toList();
    assertThat(logged)
        .anyMatch(line -> line.contains("circuit"))
        .anyMatch(line -> line.contains("letter "));
    var all = String.join("\n", logged) + String.join("\n", julLines) + outcomes;
    assertThat(all)
        .doesNotContain(
            NUMBER,
            NUMBER.substring(3),
            "zhang.jianguo",
            "𠮷先生",
            "Xk9secretXk9",
            "tok4711",
            SampleLetters.SECRET,
            Settings.SECRET);
  }

  private Outcome send(ChannelKind kind, String address) {
    return channels.send(SampleLetters.in(conference, kind, address, SampleLetters.SECRET));
  }

  private static String whole(ILoggingEvent line) {
    return line.getFormattedMessage()
        + (line.getThrowableProxy() == null
            ? ""
            : ThrowableProxyUtil.asString(line.getThrowableProxy()));
  }

  /// A callback that nobody signed, with a number in it.
  private void provideNonsense() throws Exception {
    var visitor = new SignedRequests("notification", "visitor", "visitor");
    try (var http = HttpClient.newHttpClient()) {
      var answer =
          http.send(
              HttpRequest.newBuilder(
                      URI.create("http://127.0.0.1:" + port + "/providers/sms/inbound"))
                  .header("Authorization", visitor.bearer("/providers/sms/inbound"))
                  .POST(
                      BodyPublishers.ofString(
                          "{\"from\":\"" + NUMBER + "\",\"text\":\"" + SampleLetters.TEXT + "\""))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).doesNotContain(NUMBER);
    }
  }

  private static final class Faulty implements Channel {
    @Override
    public ChannelKind kind() {
      return ChannelKind.SMS;
    }

    @Override
    public Outcome send(Outgoing letter) {
      throw new IllegalStateException("cannot reach " + letter.address() + ": " + letter.text());
    }

    @Override
    public Optional<Outcome> lookUp(UUID reference, Instant sentAfter) {
      return Optional.empty();
    }
  }
}
