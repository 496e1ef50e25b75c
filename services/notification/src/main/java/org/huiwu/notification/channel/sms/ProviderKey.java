package org.huiwu.notification.channel.sms;

import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import org.huiwu.notification.channel.RequestSignature;
import org.jspecify.annotations.Nullable;

/// The secret that we and the provider of texts share. Requests in both directions bear its id, the
/// time and a signature of time and content.
final class ProviderKey {
  static final String KEY = "Provider-Key";
  static final String TIMESTAMP = "Provider-Timestamp";
  static final String SIGNATURE = "Provider-Signature";
  static final Duration WINDOW = Duration.ofMinutes(5);

  private final String id;
  private final String secret;
  private final Clock clock;

  ProviderKey(String id, String secret, Clock clock) {
    this.id = id;
    this.secret = secret;
    this.clock = clock;
  }

  /// @param content the body; of a question the reference that it is about
  void sign(HttpRequest.Builder request, byte[] content) {
    var seconds = Long.toString(clock.instant().getEpochSecond());
    request
        .header(KEY, id)
        .header(TIMESTAMP, seconds)
        .header(SIGNATURE, RequestSignature.of(secret, seconds, content));
  }

  /// Whether the provider signed this within the last five minutes.
  boolean signed(
      @Nullable String key, @Nullable String seconds, @Nullable String signature, byte[] body) {
    if (key == null || seconds == null || signature == null || !seconds.matches("[0-9]{1,12}")) {
      return false;
    }
    var age = clock.instant().getEpochSecond() - Long.parseLong(seconds);
    return RequestSignature.matches(secret, seconds, body, signature)
        && key.equals(id)
        && Math.abs(age) <= WINDOW.toSeconds();
  }
}
