package org.huiwu.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.modulith.events.EventExternalizationConfiguration;
import org.springframework.modulith.events.RoutingTarget;
import org.springframework.modulith.events.support.EventExternalizerModuleListener;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import tools.jackson.databind.json.JsonMapper;

/// Spring Modulith's externalization, in a context of its own on the venue's data source and
/// transactions: each change publishes an application event with the outbox row's own payload, its
/// register writes it down in the same transaction and sends it after the commit.
final class Externalization implements Carrier {
  private static final String SCHEMA =
      "org/springframework/modulith/events/jdbc/schemas/v2/schema-postgresql.sql";

  /// Spring Boot's default for work that is done beside.
  private static final int THREADS = 8;

  /// What is to be told outside.
  ///
  /// @param payload as the outbox has it
  record Happened(String conference, String payload) {}

  private final KafkaProducer<String, byte[]> producer;
  private final AnnotationConfigApplicationContext context;
  private final JdbcTemplate jdbc;

  /// @param oneByOne whether one event is sent after the other
  Externalization(Servers servers, VenueInside venue, boolean oneByOne) {
    producer = Records.producer(servers);
    jdbc = venue.jdbc();
    var source = venue.bean(DataSource.class);
    new ResourceDatabasePopulator(new ClassPathResource(SCHEMA)).execute(source);
    context = new AnnotationConfigApplicationContext();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "benchmark", Map.of("spring.modulith.events.jdbc.use-legacy-structure", "false")));
    // the venue's own, which outlive this context
    var beans = context.getBeanFactory();
    beans.registerSingleton("dataSource", source);
    beans.registerSingleton("jdbcTemplate", jdbc);
    beans.registerSingleton("transactionManager", venue.bean(PlatformTransactionManager.class));
    context.registerBean(
        EventExternalizationConfiguration.class,
        () ->
            EventExternalizationConfiguration.externalizing()
                .selectByType(Happened.class)
                .routeAll(_ -> RoutingTarget.forTarget(OutboxArrivals.TOPIC).withoutKey())
                .serializeExternalization(oneByOne)
                .build());
    context.registerBean(
        EventExternalizerModuleListener.class,
        () ->
            new EventExternalizerModuleListener(
                context.getBean(EventExternalizationConfiguration.class),
                (event, _) -> sent((Happened) event)));
    context.register(Register.class);
    context.refresh();
  }

  /// What its starters would bring, in the order in which they bring it. Some of it is not public.
  static final class Modulith implements ImportSelector {
    private static final String EVENTS = "org.springframework.modulith.events.";

    @Override
    public String[] selectImports(AnnotationMetadata metadata) {
      return new String[] {
        EVENTS + "jackson.JacksonEventSerializationConfiguration",
        EVENTS + "jdbc.JdbcEventPublicationAutoConfiguration",
        EVENTS + "config.EventPublicationAutoConfiguration",
        EVENTS + "config.EventExternalizationAutoConfiguration"
      };
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAsync(proxyTargetClass = true)
  @EnableTransactionManagement(proxyTargetClass = true)
  @Import(Modulith.class)
  static class Register {
    @Bean
    JsonMapper mapper() {
      return new JsonMapper();
    }

    @Bean
    AsyncTaskExecutor applicationTaskExecutor() {
      var executor = new ThreadPoolTaskExecutor();
      executor.setCorePoolSize(THREADS);
      executor.setWaitForTasksToCompleteOnShutdown(true);
      executor.setAwaitTerminationSeconds(THREADS);
      return executor;
    }
  }

  private CompletableFuture<?> sent(Happened event) {
    var sent = new CompletableFuture<Object>();
    producer.send(
        new ProducerRecord<>(
            OutboxArrivals.TOPIC,
            event.conference(),
            event.payload().getBytes(StandardCharsets.UTF_8)),
        (done, failure) -> {
          if (failure == null) {
            sent.complete(done);
          } else {
            sent.completeExceptionally(failure);
          }
        });
    return sent;
  }

  @Override
  public void changed(UUID conference) {
    var payload =
        Objects.requireNonNull(
            jdbc.queryForObject(
                "select payload from outbox where tx = pg_current_xact_id()", String.class));
    context.publishEvent(new Happened(conference.toString(), payload));
  }

  @Override
  public void close() {
    context.close();
    producer.close();
    jdbc.execute("truncate event_publication");
  }
}
