package org.huiwu.platform.manifests;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.huiwu.platform.manifests.Contribution.Header;
import org.huiwu.platform.manifests.Contribution.Line;
import org.huiwu.platform.manifests.Contribution.Tally;
import org.huiwu.platform.messaging.ChangeLog;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Changeset.ManifestDelta;
import org.huiwu.platform.messaging.MessagingConfiguration;
import org.huiwu.platform.messaging.Origin;
import org.huiwu.platform.messaging.WireJson;
import org.huiwu.platform.testsupport.TestServers;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/// The manifests of a made-up service whose facts are the contributions themselves, one conference
/// of it, on a real database. It has no messenger.
final class Ledger implements AutoCloseable {
  private static final Origin CLERK = new Origin("note", "clerk", "desk", null, Instant.EPOCH);

  final UUID conference = UUID.randomUUID();
  final Map<String, List<Contribution>> facts = new HashMap<>();
  final JdbcTemplate jdbc;
  private final HikariDataSource dataSource = new HikariDataSource();
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private final ChangeLog changes;
  private final Manifests manifests;

  Ledger() {
    var database = TestServers.acquire().newDatabase("ledger");
    dataSource.setJdbcUrl(database.jdbcUrl());
    dataSource.setUsername(database.username());
    dataSource.setPassword(database.password());
    dataSource.setMaximumPoolSize(3);
    Flyway.configure()
        .dataSource(dataSource)
        .locations("classpath:db/platform/messaging", "classpath:db/platform/manifests")
        .load()
        .migrate();
    jdbc = new JdbcTemplate(dataSource);
    jdbc.execute("create table outbox_all partition of outbox default");
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("huiwu.messaging.service", "desk")));
    context.registerBean("dataSource", DataSource.class, () -> dataSource);
    context.registerBean("jdbc", JdbcTemplate.class, () -> jdbc);
    context.registerBean("clock", Clock.class, Clock::systemUTC);
    context.registerBean("json", JsonMapper.class, WireJson::mapper);
    context.registerBean(
        "transactions",
        PlatformTransactionManager.class,
        () -> new DataSourceTransactionManager(dataSource));
    context.registerBean("contributions", Contributions.class, this::all);
    context.register(MessagingConfiguration.class, ManifestsConfiguration.class);
    context.addBeanFactoryPostProcessor(beans -> {
      if (beans instanceof BeanDefinitionRegistry registry) {
        registry.removeBeanDefinition("messenger");
        registry.removeBeanDefinition("messagingHealthIndicator");
      }
    });
    context.refresh();
    changes = context.getBean(ChangeLog.class);
    manifests = context.getBean(Manifests.class);
  }

  private Contributions all() {
    return new Contributions() {
      @Override
      public Collection<String> subjects(UUID asked) {
        return asked.equals(conference) ? List.copyOf(facts.keySet()) : List.of();
      }

      @Override
      public Map<String, List<Contribution>> of(UUID asked, Collection<String> subjects) {
        return Ledger.this.of(asked, subjects);
      }
    };
  }

  private Map<String, List<Contribution>> of(UUID asked, Collection<String> subjects) {
    return facts.entrySet().stream()
        .filter(e -> asked.equals(conference) && subjects.contains(e.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  void says(String subject, Contribution... contributions) {
    facts.put(subject, List.of(contributions));
  }

  /// One transaction that touches these subjects, and what it published of manifests.
  List<ManifestDelta> revise(String... subjects) {
    return revise(() -> List.of(subjects));
  }

  /// @param work run inside the transaction, says whom it touched
  List<ManifestDelta> revise(Supplier<List<String>> work) {
    return revise(_ -> work.get());
  }

  private List<ManifestDelta> revise(Function<ChangeScope, List<String>> work) {
    var committed =
        changes.change(
            conference,
            CLERK,
            scope -> {
              scope.touch(work.apply(scope));
              return scope.id();
            });
    return committed
        .change()
        .map(id ->
            Objects.requireNonNull(
                jdbc.queryForObject("select payload from outbox where id = ?", String.class, id)))
        .map(payload -> WireJson.mapper().readValue(payload, Changeset.class).manifests())
        .orElse(List.of());
  }

  /// One transaction, and what it published of manifests.
  List<ManifestDelta> change(Consumer<ChangeScope> work) {
    return revise(scope -> {
      work.accept(scope);
      return List.of();
    });
  }

  ManifestsAnew anew() {
    return context.getBean(ManifestsAnew.class);
  }

  Optional<Manifests.Whole> find(String manifest) {
    return manifests.find(conference, manifest);
  }

  List<Manifests.Head> heads() {
    return manifests.heads(conference);
  }

  static String hashOf(Manifests.Whole whole) {
    var hash = ContentHash.EMPTY;
    for (var line : whole.lines().entrySet()) {
      hash = ContentHash.plus(hash, line.getKey(), line.getValue());
    }
    var header = whole.header();
    return header == null ? hash : ContentHash.plus(hash, "", header);
  }

  /// Every manifest's lines computed anew from all facts.
  Map<String, Map<String, Map<String, String>>> recomputedLines() {
    Map<String, Map<String, Map<String, String>>> all = new TreeMap<>();
    Map<List<String>, Long> counts = new HashMap<>();
    facts.values().stream()
        .flatMap(List::stream)
        .forEach(c -> {
          var lines = all.computeIfAbsent(c.manifest(), _ -> new TreeMap<>());
          switch (c) {
            case Header _ -> {}
            case Line(_, var line, var fields) -> lines.put(line, fields);
            case Tally(var manifest, var line, var field, var amount) ->
                lines.put(
                    line,
                    Map.of(
                        field,
                        String.valueOf(counts.merge(List.of(manifest, line), amount, Long::sum))));
          }
        });
    return all;
  }

  Map<String, Map<String, String>> recomputedHeaders() {
    Map<String, Map<String, String>> all = new TreeMap<>();
    for (var contributions : facts.values()) {
      for (var c : contributions) {
        if (c instanceof Header(var manifest, var fields)) {
          all.put(manifest, fields);
        }
      }
    }
    return all;
  }

  @Override
  public void close() {
    context.close();
    dataSource.close();
  }
}
