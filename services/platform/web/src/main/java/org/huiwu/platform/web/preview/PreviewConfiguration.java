package org.huiwu.platform.web.preview;

import org.huiwu.platform.messaging.Hypotheses;
import org.huiwu.platform.web.access.KnownConferences;
import org.huiwu.platform.web.access.OtherActions;
import org.huiwu.platform.web.access.ServiceTokens;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/// Impact previews, wired.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PreviewProperties.class)
@Import(PreviewsController.class)
public class PreviewConfiguration {

  @Bean
  NewExceptions newExceptions(
      ObjectProvider<DeskExceptions> desk,
      ObjectProvider<KnownConferences> conferences,
      JsonMapper json) {
    return new NewExceptions(desk, conferences, json);
  }

  @Bean
  PreviewPlaces previewPlaces() {
    return new PreviewPlaces();
  }

  @Bean
  ImpactPreviews impactPreviews(
      @Value("${spring.application.name}") String service,
      Hypotheses hypotheses,
      PreviewProperties properties,
      ServiceTokens tokens,
      ObjectProvider<VersionsAhead> versions,
      NewExceptions exceptions,
      PreviewPlaces places,
      OtherActions allowed) {
    return new ImpactPreviews(
        service,
        hypotheses,
        new OtherServices(properties, tokens::bearerFor),
        versions,
        exceptions,
        places,
        allowed);
  }
}
