package org.huiwu.platform.web.access;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/// Every request but a look at the health bears a token that the gateway made for this service;
/// every handler method is held to [Rights].
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(AccessProperties.class)
public class AccessConfiguration {
  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
  }

  private static final int BEFORE_ALL_OTHERS = -100;
  private static final String HEALTH = "/actuator/health";

  @Bean
  AuditTrail auditTrail(JdbcTemplate jdbc) {
    return new AuditTrail(jdbc);
  }

  @Bean
  ServiceTokens serviceTokens(
      AccessProperties properties,
      @Value("${spring.application.name}") String service,
      Clock clock,
      JsonMapper json) {
    return new ServiceTokens(properties, service, clock, json);
  }

  @Bean
  SecurityFilterChain tokensOnly(
      HttpSecurity http,
      AccessProperties properties,
      @Value("${spring.application.name}") String service,
      Clock clock,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
      AuditTrail audit) {
    var doorkeeper = new Doorkeeper(problems, audit);
    var tokens = new VerifiedTokens(properties, service, clock);
    return http.csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(all ->
            all.dispatcherTypeMatchers(
                    DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(HEALTH, HEALTH + "/**")
                .permitAll()
                .requestMatchers("/actuator/**")
                .hasAnyRole("administrator", "duty")
                .anyRequest()
                .authenticated())
        .exceptionHandling(
            e -> e.authenticationEntryPoint(doorkeeper).accessDeniedHandler(doorkeeper))
        .oauth2ResourceServer(server ->
            server
                .authenticationEntryPoint(doorkeeper)
                .accessDeniedHandler(doorkeeper)
                .withObjectPostProcessor(
                    new org.springframework.security.config.ObjectPostProcessor<
                        BearerTokenAuthenticationFilter>() {
                      @Override
                      public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                        filter.setAuthenticationFailureHandler(doorkeeper::commence);
                        return filter;
                      }
                    })
                .jwt(jwt ->
                    jwt.decoder(tokens)
                        .jwtAuthenticationConverter(AccessConfiguration::authenticated)))
        .build();
  }

  private static JwtAuthenticationToken authenticated(Jwt token) {
    return new JwtAuthenticationToken(
        token,
        Caller.of(token).platformRoles().stream()
            .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
            .toList());
  }

  /// Before the bodies of requests are read.
  @Bean
  FilterRegistrationBean<jakarta.servlet.Filter> tokensFirst(
      @Qualifier("springSecurityFilterChain") jakarta.servlet.Filter chain) {
    var registration = new FilterRegistrationBean<>(chain);
    registration.setOrder(BEFORE_ALL_OTHERS);
    return registration;
  }

  /// Sign-in is no news to the metrics, and each request would pay for it.
  @Bean
  SecurityObservationSettings quietSecurity() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  Rights rights() {
    return Rights.load();
  }

  @Bean
  OtherActions otherActions(Rights rights) {
    return new OtherActions(rights);
  }

  @Bean
  WebMvcConfigurer actionsAllowed(
      Rights rights, AuditTrail audit, ObjectProvider<KnownConferences> conferences) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry
            .addInterceptor(new ActionsAllowed(rights, audit, conferences))
            .excludePathPatterns("/error", "/openapi", "/openapi/**", "/openapi.yaml");
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Callers());
      }
    };
  }
}
