package org.huiwu.gateway.session.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiwu.gateway.GatewayProperties;
import org.huiwu.gateway.account.Passwords;
import org.huiwu.gateway.session.SessionCookie;
import org.huiwu.gateway.session.SignIn;
import org.huiwu.gateway.session.SignedIn;
import org.huiwu.gateway.web.ClientAddress;
import org.huiwu.gateway.web.Problem;
import org.huiwu.gateway.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Signing in and out, and who one is.
@RestController
@RequestMapping("/session")
class SessionController {

  record Credentials(@Nullable String account, @Nullable String password) {}

  record NewPassword(
      @Nullable String current,
      @com.fasterxml.jackson.annotation.JsonProperty("new") @Nullable String fresh) {}

  record Conference(String id, Set<String> roles) {}

  /// @param conferences in which anything is held
  record Me(
      String account,
      String name,
      boolean mustChangePassword,
      Set<String> platformRoles,
      List<Conference> conferences) {
    static Me of(SignedIn who) {
      return new Me(
          who.account(),
          who.name(),
          who.mustChangePassword(),
          who.platformRoles(),
          who.grants().entrySet().stream()
              .filter(g -> !g.getKey().equals(SignedIn.PLATFORM))
              .sorted(Map.Entry.comparingByKey())
              .map(g -> new Conference(g.getKey(), g.getValue()))
              .toList());
    }
  }

  private final SignIn signIn;
  private final SessionCookie cookie;
  private final ClientAddress address;
  private final GatewayProperties properties;

  SessionController(
      SignIn signIn, SessionCookie cookie, ClientAddress address, GatewayProperties properties) {
    this.signIn = signIn;
    this.cookie = cookie;
    this.address = address;
    this.properties = properties;
  }

  @GetMapping
  Me me(@AuthenticationPrincipal @Nullable SignedIn who) {
    return Me.of(required(who));
  }

  @PostMapping
  Me signIn(
      @RequestBody Credentials body, HttpServletRequest request, HttpServletResponse response) {
    var account = given("account", body.account());
    var password = given("password", body.password());
    var session = signIn.withPassword(account, password, address.of(request));
    cookie.set(request, response, session.secret());
    return Me.of(session.who());
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void signOut(
      @AuthenticationPrincipal @Nullable SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (who != null) {
      signIn.end(who, address.of(request));
    }
    cookie.clear(request, response);
  }

  @PutMapping("/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changePassword(
      @RequestBody NewPassword body,
      @AuthenticationPrincipal @Nullable SignedIn who,
      HttpServletRequest request) {
    var signedIn = required(who);
    var current = given("current", body.current());
    var fresh = given("new", body.fresh());
    signIn.changePassword(signedIn, current, fresh, address.of(request));
  }

  private static String given(String field, @Nullable String text) {
    if (text == null || text.length() > Passwords.LONGEST) {
      throw Problems.invalid(field);
    }
    return text;
  }

  /// Who is not signed in is told where else one may sign in.
  private SignedIn required(@Nullable SignedIn who) {
    if (who == null) {
      var problem = Problem.of(HttpStatus.UNAUTHORIZED, "sign-in-required");
      var oidc = properties.oidc();
      throw oidc == null || !oidc.isConfigured()
          ? problem
          : problem.with(
              "issuers",
              List.of(Map.of("name", oidc.name(), "href", "/oauth2/authorization/oidc")));
    }
    return who;
  }
}
