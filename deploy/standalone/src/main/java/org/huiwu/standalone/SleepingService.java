package org.huiwu.standalone;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.LifecycleProcessor;

/// A second instance of a service, on a database of its own, that does nothing by itself: its
/// schema is made, its parts are there to be asked, but no messenger, no door and no clock starts.
final class SleepingService implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private SleepingService(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /// @param bootstrap of Kafka; null where the environment says it
  static SleepingService on(LiveDatabase database, Service service, @Nullable String bootstrap) {
    List<String> settings = new ArrayList<>();
    // arguments: the environment, which may name the live database, does not overrule them
    settings.add("--spring.datasource.url=" + database.url());
    settings.add("--spring.datasource.username=" + database.user());
    settings.add("--spring.datasource.password=" + database.password());
    // a door that does not open takes nobody's place
    settings.add("--server.port=0");
    if (bootstrap != null) {
      settings.add("--huiwu.messaging.bootstrap=" + bootstrap);
    }
    var context =
        new SpringApplicationBuilder(service.application())
            .registerShutdownHook(false)
            .logStartupInfo(false)
            .properties("spring.config.name=" + service.serviceName(), "spring.jmx.enabled=false")
            .initializers(
                c -> c.getBeanFactory().registerSingleton("lifecycleProcessor", new Asleep()))
            .run(settings.toArray(String[]::new));
    return new SleepingService(context);
  }

  <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  /// Null where the service has no such part.
  <T> @Nullable T partIfAny(Class<T> type) {
    return context.getBeanProvider(type).getIfAvailable();
  }

  DataSource database() {
    return part(DataSource.class);
  }

  /// Lets go of its database; nothing can be asked of it afterwards.
  void leaveDatabase() {
    if (database() instanceof HikariDataSource pool) {
      pool.close();
    }
  }

  @Override
  public void close() {
    context.close();
  }

  /// Starts nothing, and has nothing to stop.
  private static final class Asleep implements LifecycleProcessor {
    @Override
    public void onRefresh() {}

    @Override
    public void onClose() {}

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
      return false;
    }
  }
}
