package org.huiwu.gateway.token.web;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.huiwu.gateway.GatewayProperties;
import org.huiwu.gateway.token.ServiceSecrets;
import org.huiwu.gateway.token.SigningKeys;
import org.huiwu.gateway.token.TokenMint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/// The embedded issuer: Spring Authorization Server with what the platform needs of it: its keys
/// and discovery document, and tokens for services that ask other services (client_credentials; the
/// scope is the service that is asked, and becomes the audience).
@Configuration(proxyBeanMethods = false)
class IssuerConfiguration {
  private static final String SERVICE_ROLE = "service";

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  SigningKeys signingKeys(GatewayProperties properties, Clock clock) {
    return new SigningKeys(properties.secrets(), clock);
  }

  /// For what else an authorization server does with its own tokens.
  @Bean
  JwtDecoder ownTokens(JWKSource<SecurityContext> keys) {
    return NimbusJwtDecoder.withJwkSource(keys).build();
  }

  @Bean
  JwtEncoder tokenEncoder(SigningKeys keys) {
    return new NimbusJwtEncoder(keys.signing());
  }

  @Bean
  @Order(1)
  SecurityFilterChain issuer(HttpSecurity http, GatewayProperties properties, JwtEncoder encoder) {
    // each asks others on its own account what a change would touch there
    var services = Set.copyOf(properties.services().keySet());
    var secrets = new ServiceSecrets(properties.secrets(), services);
    var paths = PathPatternRequestMatcher.withDefaults();
    var generator = new JwtGenerator(encoder);
    generator.setJwtCustomizer(IssuerConfiguration::forOneService);
    return http.securityMatcher(
            new OrRequestMatcher(
                paths.matcher("/oauth2/token"),
                paths.matcher("/oauth2/jwks"),
                paths.matcher("/.well-known/**")))
        .with(
            new OAuth2AuthorizationServerConfigurer(),
            server ->
                server
                    .registeredClientRepository(
                        new InMemoryRegisteredClientRepository(
                            services.stream().map(s -> client(s, properties)).toList()))
                    .authorizationService(new NothingToRemember())
                    .authorizationServerSettings(
                        AuthorizationServerSettings.builder()
                            .issuer(properties.issuer().toString())
                            .build())
                    .tokenGenerator(generator)
                    .clientAuthentication(clients ->
                        clients.authenticationProviders(
                            all -> all.forEach(p -> SecretsAsPasswords.useIn(p, secrets))))
                    .oidc(oidc -> {}))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(all -> all.anyRequest().authenticated())
        .build();
  }

  private static RegisteredClient client(String service, GatewayProperties properties) {
    return RegisteredClient.withId(service)
        .clientId(service)
        .clientSecret(service)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .scopes(all -> all.addAll(properties.services().keySet()))
        .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(TokenMint.LIFE).build())
        .build();
  }

  private static void forOneService(JwtEncodingContext context) {
    context.getJwsHeader().algorithm(SignatureAlgorithm.RS256);
    context
        .getClaims()
        .audience(List.copyOf(context.getAuthorizedScopes()))
        .claim("roles", List.of(SERVICE_ROLE))
        .claim("platform_roles", List.of(SERVICE_ROLE))
        .claim("from", SERVICE_ROLE);
  }
}
