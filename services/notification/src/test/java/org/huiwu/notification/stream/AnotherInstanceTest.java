package org.huiwu.notification.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.huiwu.notification.NotificationApplication;
import org.huiwu.notification.Owner;
import org.huiwu.notification.RippleConversation;
import org.huiwu.platform.messaging.Messenger;
import org.huiwu.platform.testsupport.access.TestIssuer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/// A second instance on the same database: it serves readers, and the first one reads Kafka.
class AnotherInstanceTest extends RippleConversation {
  private static final int TIMES = 10;

  /// A reader who only looked by himself would wait for a second nearly every time.
  private static final Duration AT_ONCE = Duration.ofMillis(500);

  @Autowired private Environment settings;

  private ConfigurableApplicationContext another() {
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
  void readers_at_the_instance_that_waits_hear_at_once_of_what_the_other_one_commits() {
    var meal = new Owner("meal:L1");
    try (var second = another()) {
      var messenger = second.getBean(Messenger.class);
      await().until(() -> messenger.condition().activity() == Messenger.Activity.WAITING);
      var there =
          "http://127.0.0.1:%s/conferences/%s/stream"
              .formatted(second.getEnvironment().getProperty("local.server.port"), conference);
      try (var reader = new Reader(there, "")) {
        reader.awaitWelcome();
        var late = Duration.ZERO;
        for (int i = 1; i <= TIMES; i++) {
          var story = story();
          var line = meal.line("normal", "count", Integer.toString(i));
          say(List.of(story.begins("catering", List.of(), line)));
          settled(story.root());
          var known = System.nanoTime();
          var soFar = 2 * i;
          await()
              .pollInterval(Duration.ofMillis(2))
              .pollDelay(Duration.ZERO)
              .until(() -> reader.events().size() == soFar);
          late = late.plusNanos(System.nanoTime() - known);
        }
        assertThat(late).isLessThan(AT_ONCE.multipliedBy(TIMES));
      }
    }
  }
}
