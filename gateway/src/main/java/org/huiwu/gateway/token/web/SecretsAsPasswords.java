package org.huiwu.gateway.token.web;

import org.huiwu.gateway.token.ServiceSecrets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;

/// Compares what a service gives with its file, in constant time. The secrets are 256 random bits:
/// there is nothing to slow down. What is registered as a client's secret is only its name.
final class SecretsAsPasswords implements PasswordEncoder {
  private final ServiceSecrets secrets;

  SecretsAsPasswords(ServiceSecrets secrets) {
    this.secrets = secrets;
  }

  static void useIn(AuthenticationProvider provider, ServiceSecrets secrets) {
    if (provider instanceof ClientSecretAuthenticationProvider clients) {
      clients.setPasswordEncoder(new SecretsAsPasswords(secrets));
    }
  }

  @Override
  public @Nullable String encode(@Nullable CharSequence secret) {
    throw new UnsupportedOperationException("the secrets are in files");
  }

  @Override
  public boolean matches(@Nullable CharSequence given, @Nullable String service) {
    return given != null && service != null && secrets.matches(service, given);
  }
}
