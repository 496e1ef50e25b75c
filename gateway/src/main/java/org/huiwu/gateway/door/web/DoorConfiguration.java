package org.huiwu.gateway.door.web;

import jakarta.servlet.DispatcherType;
import org.huiwu.gateway.GatewayProperties;
import org.huiwu.gateway.audit.AuditTrail;
import org.huiwu.gateway.oidc.SignInElsewhere;
import org.huiwu.gateway.session.SignedInContexts;
import org.huiwu.gateway.visitor.FirstRefusals;
import org.huiwu.gateway.visitor.Visitor;
import org.huiwu.gateway.web.ClientAddress;
import org.huiwu.gateway.web.LimitedBodies;
import org.huiwu.gateway.web.Problems;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// Closed unless opened here: the session, bare health, the console's files; `/api/**` to whoever
/// is signed in (the services hold them to their rights), `/accounts/**` to administrators, and
/// what [Visitor]s without an account may ask.
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class DoorConfiguration {
  private static final int BEFORE_ALL_OTHERS = -100;
  private static final String ADMINISTRATOR = "administrator";
  private static final String HEALTH = "/actuator/health";
  private static final long YEAR_SECONDS = 31_536_000;

  @Bean
  @Order(2)
  SecurityFilterChain door(
      HttpSecurity http,
      GatewayProperties properties,
      SignedInContexts contexts,
      SignInElsewhere elsewhere,
      ClientAddress addresses,
      Problems problems,
      AuditTrail audit,
      FirstRefusals refusals) {
    var doorkeeper = new Doorkeeper(problems, audit);
    http.securityContext(c -> c.securityContextRepository(contexts))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf -> csrf.spa().ignoringRequestMatchers(Visitor.PATHS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .addFilterBefore(
            new Passage(properties.limits(), addresses, problems, audit), CsrfFilter.class)
        .addFilterBefore(new FromItsOwnPage(problems, audit, refusals), CsrfFilter.class)
        .addFilterAfter(new LimitedBodies(problems), AuthorizationFilter.class)
        .exceptionHandling(
            e -> e.authenticationEntryPoint(doorkeeper).accessDeniedHandler(doorkeeper))
        .headers(headers ->
            headers
                .addHeaderWriter(new ContentPolicy())
                .referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER))
                .frameOptions(f -> f.deny())
                .httpStrictTransportSecurity(h -> h.maxAgeInSeconds(YEAR_SECONDS)))
        .authorizeHttpRequests(all ->
            all.dispatcherTypeMatchers(
                    DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers("/session", HEALTH, HEALTH + "/**")
                .permitAll()
                .requestMatchers(Visitor.PATHS)
                .permitAll()
                .requestMatchers("/accounts", "/accounts/**", "/actuator/**")
                .hasRole(ADMINISTRATOR)
                .requestMatchers("/api/**", "/session/**")
                .authenticated()
                .requestMatchers("/unavailable/**", "/error")
                .denyAll()
                .requestMatchers(HttpMethod.GET, "/**")
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, "/**")
                .permitAll()
                .anyRequest()
                .denyAll());
    elsewhere.addTo(http);
    return http.build();
  }

  @Bean
  FilterRegistrationBean<jakarta.servlet.Filter> securityFirst(
      @Qualifier("springSecurityFilterChain") jakarta.servlet.Filter chain) {
    var registration = new FilterRegistrationBean<>(chain);
    registration.setOrder(BEFORE_ALL_OTHERS);
    return registration;
  }

  /// Codes in paths may hold a percent sign; everything else that is odd stays outside.
  @Bean
  HttpFirewall firewall() {
    var firewall = new StrictHttpFirewall();
    firewall.setAllowUrlEncodedPercent(true);
    return firewall;
  }

  @Bean
  SecurityObservationSettings quietSecurity() {
    return SecurityObservationSettings.noObservations();
  }
}
