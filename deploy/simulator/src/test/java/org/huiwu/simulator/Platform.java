package org.huiwu.simulator;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.huiwu.platform.messaging.Subscriptions;
import org.huiwu.platform.testsupport.TestDatabase;
import org.huiwu.platform.testsupport.TestServers;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.transaction.TransactionExecutionListener;

/// The seven services' real application contexts in this JVM, each on a database of its own. None
/// of what has threads of its own is started: no messenger, no timer, no door. There is no broker.
final class Platform {
  private static final int START_THREADS = 2;
  private static final Logger TOMCAT = Logger.getLogger("org.apache");

  private final VirtualClock clock = new VirtualClock();
  private final Map<Service, SimulatedService> services = new EnumMap<>(Service.class);
  private final Map<String, Integer> played = new HashMap<>();
  private Bus bus = new Bus(clock, new Random(0));

  private static @Nullable Platform shared;

  private Platform() {}

  /// The one of this process; it ends with it.
  static synchronized Platform shared() throws SQLException, InterruptedException {
    if (shared == null) {
      shared = start();
    }
    return shared;
  }

  private static Platform start() throws SQLException, InterruptedException {
    SeededIds.install();
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    // Tomcat's log; not to be collected as garbage with its level
    TOMCAT.setLevel(Level.OFF);
    var platform = new Platform();
    var servers = TestServers.acquire();
    try (var threads = Executors.newFixedThreadPool(START_THREADS)) {
      List<CompletableFuture<SimulatedService>> starting = new ArrayList<>();
      for (var service : Service.values()) {
        starting.add(
            CompletableFuture.supplyAsync(() -> platform.start(service, servers), threads));
      }
      starting.stream()
          .map(CompletableFuture::join)
          .forEach(s -> platform.services.put(s.service(), s));
    }
    platform.connect(platform.bus);
    platform.bind();
    return platform;
  }

  private SimulatedService start(Service service, TestServers servers) {
    var boundaries = new CommitBoundaries();
    var database = servers.newDatabase("simulated_" + service.name().toLowerCase(Locale.ROOT));
    quieten(database);
    Map<String, Object> settings = new HashMap<>();
    settings.put("spring.config.name", service.serviceName());
    settings.put("spring.jmx.enabled", false);
    settings.put("HUIWU_DATABASE_URL", database.jdbcUrl());
    settings.put("HUIWU_DATABASE_USER", database.username());
    settings.put("HUIWU_DATABASE_PASSWORD", database.password());
    settings.put("PORT", 0);
    settings.put("spring.datasource.hikari.max-lifetime", 0);
    var context =
        new SpringApplicationBuilder(service.application())
            .registerShutdownHook(false)
            .logStartupInfo(false)
            .properties(settings)
            .initializers(c -> simulate((GenericApplicationContext) c, boundaries))
            .run();
    return new SimulatedService(service, context, boundaries, topics(service, context), bus);
  }

  /// Nobody looks at its statistics, and nothing is cleaned up behind the simulation's back: plans
  /// stay what they are.
  private static void quieten(TestDatabase database) {
    try (var connection =
            DriverManager.getConnection(
                database.jdbcUrl(), database.username(), database.password());
        var statement = connection.createStatement()) {
      for (var setting : List.of("track_activities", "track_counts")) {
        statement.execute("alter database %s set %s = off".formatted(database.name(), setting));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void simulate(GenericApplicationContext context, CommitBoundaries boundaries) {
    context.registerBean("lifecycleProcessor", LifecycleProcessor.class, NothingStarts::new);
    context.registerBean("commitBoundaries", TransactionExecutionListener.class, () -> boundaries);
    context.registerBean(
        "virtualTime",
        BeanPostProcessor.class,
        () ->
            new BeanPostProcessor() {
              @Override
              public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Clock ? clock : bean;
              }
            });
  }

  private static List<String> topics(Service service, ConfigurableApplicationContext context) {
    var prefix = context.getEnvironment().getProperty("huiwu.messaging.topic-prefix", "huiwu.");
    if (service == Service.NOTIFICATION) {
      return List.of(prefix + "ripples");
    }
    var all = context.getBean(Subscriptions.class).aggregates();
    return all.getOrDefault(service.serviceName(), Set.of()).stream()
        .map(a -> prefix + a.substring(0, a.indexOf('.')) + ".changes")
        .distinct()
        .sorted()
        .toList();
  }

  /// To one core, with the sessions that there are by now.
  void bind() {
    OneCore.share(all().flatMap(s -> s.sessions().stream()).toList());
  }

  /// What is played again in the same databases needs other ids.
  ///
  /// @return 1 at the first time
  int timesPlayed(String name) {
    return played.merge(name, 1, Integer::sum);
  }

  VirtualClock clock() {
    return clock;
  }

  Bus bus() {
    return bus;
  }

  /// The services start anew, on this bus; what is on it must be all that they have ever read.
  void connect(Bus other) throws SQLException, InterruptedException {
    bus = other;
    for (var service : services.values()) {
      service.jdbc().update("delete from consumer_offset");
      service.jdbc().update("delete from outbox");
      service.start(other);
    }
  }

  SimulatedService of(Service service) {
    var found = services.get(service);
    if (found == null) {
      throw new IllegalArgumentException(service + " is not simulated");
    }
    return found;
  }

  Stream<SimulatedService> all() {
    return services.values().stream();
  }

  private static final class NothingStarts implements LifecycleProcessor {
    @Override
    public void onRefresh() {
      // the simulation itself is all that runs
    }

    @Override
    public void onClose() {
      // nothing was started
    }

    @Override
    public void start() {
      onRefresh();
    }

    @Override
    public void stop() {
      onClose();
    }

    @Override
    public boolean isRunning() {
      return false;
    }
  }
}
