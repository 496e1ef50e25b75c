package org.huiwu.benchmark;

import java.util.HashMap;
import java.util.Map;
import java.util.logging.LogManager;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// A service of the platform in the benchmark's own process, on the servers that the baseline uses
/// too. Nobody asks it over HTTP.
final class Inside {
  /// Nothing listens there, and nobody asks for a token.
  private static final String NO_ISSUER = "http://127.0.0.1:1";

  private Inside() {}

  static ConfigurableApplicationContext start(
      Servers servers,
      Class<?> application,
      String name,
      Map<String, Object> further,
      ApplicationContextInitializer<GenericApplicationContext> initializer) {
    // its web server's word on java.util.logging would stand between the figures
    LogManager.getLogManager().reset();
    var database = database(name);
    servers.postgres().createDatabaseIfAbsent(database);
    Map<String, Object> settings = new HashMap<>(further);
    settings.put("spring.config.name", name);
    settings.put("spring.jmx.enabled", false);
    settings.put("HUIWU_DATABASE_URL", servers.postgres().jdbcUrl(database));
    settings.put("HUIWU_DATABASE_USER", servers.postgres().username());
    settings.put("HUIWU_DATABASE_PASSWORD", servers.postgres().password());
    settings.put("PORT", 0);
    settings.put("HUIWU_ISSUER", NO_ISSUER);
    settings.put("HUIWU_KAFKA", servers.bootstrap());
    // as the standalone platform has it
    settings.put("huiwu.messaging.partitions", 1);
    return new SpringApplicationBuilder(application)
        .initializers(initializer)
        .registerShutdownHook(false)
        .logStartupInfo(false)
        .properties(settings)
        .run();
  }

  static String database(String name) {
    return "huiwu_" + name;
  }
}
