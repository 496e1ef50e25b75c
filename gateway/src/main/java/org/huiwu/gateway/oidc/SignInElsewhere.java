package org.huiwu.gateway.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.huiwu.gateway.GatewayProperties;
import org.huiwu.gateway.account.Accounts;
import org.huiwu.gateway.audit.AuditTrail;
import org.huiwu.gateway.session.SessionCookie;
import org.huiwu.gateway.session.SignIn;
import org.huiwu.gateway.web.ClientAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/// Signing in with an OIDC issuer of the organisation's own, where one is configured. Whoever it
/// vouches for gets an account here that holds nothing until an administrator grants it something.
@Component
public class SignInElsewhere {
  static final String REGISTRATION = "oidc";
  private static final Logger log = LoggerFactory.getLogger(SignInElsewhere.class);
  private static final String HOME = "/";
  private static final String REFUSED = "/?sign-in=refused";
  private static final int LONGEST = 60;

  private final GatewayProperties properties;
  private final Accounts accounts;
  private final SignIn signIn;
  private final SessionCookie cookie;
  private final ClientAddress addresses;
  private final RequestsElsewhere requests;
  private final NoAuthorizedClients clients;
  private final AuditTrail audit;

  SignInElsewhere(
      GatewayProperties properties,
      Accounts accounts,
      SignIn signIn,
      SessionCookie cookie,
      ClientAddress addresses,
      RequestsElsewhere requests,
      NoAuthorizedClients clients,
      AuditTrail audit) {
    this.properties = properties;
    this.accounts = accounts;
    this.signIn = signIn;
    this.cookie = cookie;
    this.addresses = addresses;
    this.requests = requests;
    this.clients = clients;
    this.audit = audit;
  }

  public void addTo(HttpSecurity http) {
    var oidc = properties.oidc();
    if (oidc == null || !oidc.isConfigured()) {
      return;
    }
    // The issuer is asked for its endpoints at the first sign-in: the door opens without it.
    var registration = SingletonSupplier.of(() -> registration(oidc));
    http.oauth2Login(login ->
        login
            .clientRegistrationRepository(
                id -> id.equals(REGISTRATION) ? Objects.requireNonNull(registration.get()) : null)
            .authorizedClientRepository(clients)
            .authorizationEndpoint(e -> e.authorizationRequestRepository(requests))
            .securityContextRepository(new NullSecurityContextRepository())
            .loginPage(HOME)
            .successHandler(this::arrived)
            .failureHandler(this::failed));
  }

  private ClientRegistration registration(GatewayProperties.Oidc oidc) {
    return ClientRegistrations.fromIssuerLocation(oidc.issuer())
        .registrationId(REGISTRATION)
        .clientId(oidc.clientId())
        .clientSecret(oidc.clientSecret())
        .redirectUri(properties.issuer() + "/login/oauth2/code/" + REGISTRATION)
        .scope("openid", "profile")
        .clientName(oidc.name())
        .build();
  }

  private void arrived(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    if (!(authentication.getPrincipal() instanceof OidcUser user)) {
      throw new IllegalStateException("no OIDC user");
    }
    var oidc = Objects.requireNonNull(properties.oidc());
    var address = addresses.of(request);
    var subject = Objects.requireNonNull(user.getSubject());
    var account =
        accounts.ofIssuer(
            String.valueOf(user.getIssuer()),
            subject,
            accountName(user.getClaimAsString(oidc.accountClaim())),
            Objects.requireNonNullElse(user.getFullName(), subject));
    if (account.isEmpty()) {
      audit.write(AuditTrail.NOBODY, "sign-in-elsewhere", "/session", "sign-in-refused", address);
      response.sendRedirect(REFUSED);
      return;
    }
    cookie.set(request, response, signIn.begin(account.get().account(), address).secret());
    response.sendRedirect(HOME);
  }

  private void failed(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    log.warn("signing in elsewhere failed: {}", e.getMessage());
    audit.write(
        AuditTrail.NOBODY,
        "sign-in-elsewhere",
        "/session",
        "sign-in-refused",
        addresses.of(request));
    response.sendRedirect(REFUSED);
  }

  private static String accountName(@Nullable String claim) {
    var plain = claim == null ? "" : claim.replaceAll("[^\\p{L}\\p{N}._@-]", "");
    var name = plain.isEmpty() ? "guest" : plain;
    return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
  }
}
