package org.huiwu.platform.manifests;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Imported by services that derive manifests; each declares one [Contributions] bean.
@Configuration(proxyBeanMethods = false)
public class ManifestsConfiguration {

  @Bean
  ManifestBook manifestBook(JdbcTemplate jdbc, JsonMapper json, Contributions contributions) {
    return new ManifestBook(jdbc, json, contributions);
  }

  @Bean
  ManifestsRestated manifestsRestated(JdbcTemplate jdbc, JsonMapper json) {
    return new ManifestsRestated(jdbc, json);
  }

  @Bean
  ManifestsAnew manifestsAnew(
      PlatformTransactionManager transactions,
      JdbcTemplate jdbc,
      JsonMapper json,
      Contributions contributions,
      ManifestBook book) {
    return new ManifestsAnew(
        new TransactionTemplate(transactions), jdbc, json, contributions, book);
  }

  @Bean
  Manifests manifests(JdbcTemplate jdbc, JsonMapper json) {
    return new Manifests(jdbc, json);
  }
}
