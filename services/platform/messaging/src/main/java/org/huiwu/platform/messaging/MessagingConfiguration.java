package org.huiwu.platform.messaging;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A service's messaging, wired. A service that declares a [ChangesetHandler] of its own
/// (notification) reads with it; every other reads with its [StateListener]s.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessagingProperties.class)
public class MessagingConfiguration {

  @Bean
  Subscriptions subscriptions() {
    return Subscriptions.load(WireJson.mapper());
  }

  @Bean
  WakeUp relayBell() {
    return new WakeUp();
  }

  @Bean
  Neighbours neighbours(DataSource dataSource) {
    return new Neighbours(dataSource);
  }

  @Bean
  Outbox outbox(JdbcTemplate jdbc, Subscriptions subscriptions, MessagingProperties properties) {
    return new Outbox(jdbc, WireJson.mapper(), subscriptions, properties.service());
  }

  @Bean
  ChangeLog changeLog(
      PlatformTransactionManager transactions,
      JdbcTemplate jdbc,
      Outbox outbox,
      ObjectProvider<ScopeCompletion> completions,
      @Qualifier("relayBell") WakeUp relayBell) {
    return new ChangeLog(
        new TransactionTemplate(transactions),
        jdbc,
        outbox,
        completions.orderedStream().toList(),
        relayBell);
  }

  @Bean
  Parking parking(JdbcTemplate jdbc) {
    return new Parking(jdbc, WireJson.mapper());
  }

  @Bean
  SubscriberHandler subscriberHandler(
      JdbcTemplate jdbc,
      Outbox outbox,
      Parking parking,
      ObjectProvider<StateListener<?>> listeners,
      ObjectProvider<ScopeCompletion> completions,
      @Qualifier("relayBell") WakeUp relayBell,
      Subscriptions subscriptions,
      MessagingProperties properties) {
    List<StateListener<?>> all = listeners.stream().toList();
    return new SubscriberHandler(
        jdbc,
        outbox,
        parking,
        all,
        completions.orderedStream().toList(),
        relayBell,
        subscriptions,
        properties.service());
  }

  @Bean
  ParkedAgain parkedAgain(
      PlatformTransactionManager transactions,
      JdbcTemplate jdbc,
      Outbox outbox,
      Parking parking,
      SubscriberHandler handler,
      ObjectProvider<ScopeCompletion> completions,
      @Qualifier("relayBell") WakeUp relayBell,
      MessagingProperties properties) {
    return new ParkedAgain(
        new TransactionTemplate(transactions),
        jdbc,
        WireJson.mapper(),
        outbox,
        parking,
        handler,
        completions.orderedStream().toList(),
        relayBell,
        properties.service());
  }

  @Bean
  Hypotheses hypotheses(
      PlatformTransactionManager transactions,
      JdbcTemplate jdbc,
      Parking parking,
      SubscriberHandler handler) {
    return new Hypotheses(new TransactionTemplate(transactions), jdbc, parking, handler);
  }

  /// Asked by nobody but a rebuild.
  @Bean
  Replay replay(
      PlatformTransactionManager transactions,
      JdbcTemplate jdbc,
      MessagingProperties properties,
      SubscriberHandler handler) {
    return new Replay(new TransactionTemplate(transactions), jdbc, properties, handler);
  }

  /// Only after a restore has it anything to do.
  @Bean
  Restatement restatement(JdbcTemplate jdbc, ChangeLog changes, ObjectProvider<Restated> kinds) {
    return new Restatement(jdbc, changes, kinds.stream().toList(), Clock.systemUTC());
  }

  @Bean
  Messenger messenger(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      JdbcTemplate jdbc,
      MessagingProperties properties,
      Subscriptions subscriptions,
      Outbox outbox,
      @Qualifier("relayBell") WakeUp relayBell,
      Neighbours neighbours,
      List<ChangesetHandler> handlers) {
    var handler =
        handlers.stream()
            .filter(h -> !(h instanceof SubscriberHandler))
            .findFirst()
            .or(() -> handlers.stream().findFirst())
            .filter(h -> !h.owners().isEmpty());
    Optional<Messenger.Reading> reading =
        handler.map(h ->
            kafka ->
                new ChangesetConsumer(
                    kafka,
                    h,
                    new TransactionTemplate(transactions),
                    jdbc,
                    new Offsets(jdbc),
                    properties));
    return new Messenger(
        dataSource, properties, subscriptions, outbox, relayBell, neighbours, reading);
  }

  /// Down while the service cannot publish or read; waiting for another instance's lease is
  /// healthy.
  @Bean
  HealthIndicator messagingHealthIndicator(Messenger messenger, Parking parking) {
    return () -> {
      var condition = messenger.condition();
      var health =
          switch (condition.activity()) {
            case ACTIVE, WAITING -> Health.up();
            case STARTING -> Health.outOfService();
            case FAILING, STOPPED -> Health.down();
          };
      health.withDetail(
          "messenger", condition.activity().name().toLowerCase(java.util.Locale.ROOT));
      if (condition.reason() != null) {
        health.withDetail("reason", condition.reason());
      }
      return health.withDetail("parked", parking.count()).build();
    };
  }
}
