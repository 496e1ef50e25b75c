package org.huiwu.platform.testsupport.access;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/// Gives each request the token that the gateway would give it: for this service, this account, and
/// the conference in the path. The account holds these roles in every conference that it names.
public final class SignedRequests implements ClientHttpRequestInterceptor {
  private static final Pattern CONFERENCE =
      Pattern.compile(
          "^/conferences/([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})(?:[/?].*)?$");

  private final String service;
  private final String account;
  private final List<String> roles;

  public SignedRequests(String service, String account, String... roles) {
    this.service = service;
    this.account = account;
    this.roles = List.of(roles);
  }

  @Override
  public ClientHttpResponse intercept(
      HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
    if (!request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)) {
      request.getHeaders().set(HttpHeaders.AUTHORIZATION, bearer(request.getURI().getRawPath()));
    }
    return execution.execute(request, body);
  }

  /// @param path from the service's root on
  /// @return the value of an `Authorization` header
  public String bearer(String path) {
    var issuer = TestIssuer.get();
    return issuer.bearer(issuer.claims(service, account, roles, conference(path).orElse(null)));
  }

  private static Optional<UUID> conference(String path) {
    var found = CONFERENCE.matcher(path);
    return found.matches() ? Optional.of(UUID.fromString(found.group(1))) : Optional.empty();
  }
}
