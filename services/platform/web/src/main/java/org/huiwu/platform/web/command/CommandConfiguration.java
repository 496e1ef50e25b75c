package org.huiwu.platform.web.command;

import java.time.Clock;
import java.util.List;
import org.huiwu.platform.messaging.ChangeLog;
import org.huiwu.platform.web.access.AuditTrail;
import org.huiwu.platform.web.preview.ImpactPreviews;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/// Commands over HTTP, wired.
@Configuration(proxyBeanMethods = false)
@Import(PreviewAnswers.class)
public class CommandConfiguration {
  private static final int AFTER_WHO_MAY = 1;

  @Bean
  ChangeDesk changeDesk(
      ChangeLog changes,
      JdbcTemplate jdbc,
      AuditTrail trail,
      ImpactPreviews previews,
      JsonMapper json) {
    return new ChangeDesk(changes, new AnsweredCommands(jdbc), new Audit(trail), previews, json);
  }

  @Bean
  BodyOnce bodyOnce(
      Clock clock, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    return new BodyOnce(clock, problems);
  }

  @Bean
  WebMvcConfigurer commandRequests(@Value("${huiwu.preview.commands:true}") boolean previews) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CommandRequests());
      }

      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PreviewsOfCommands(previews)).order(AFTER_WHO_MAY);
      }
    };
  }
}
