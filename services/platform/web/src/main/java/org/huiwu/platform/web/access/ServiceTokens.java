package org.huiwu.platform.web.access;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/// A service's own tokens for asking other services, one for each of them: client_credentials at
/// the issuer, kept until shortly before they expire.
public final class ServiceTokens {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration MARGIN = Duration.ofSeconds(30);
  private static final int OK = 200;

  private record Kept(String token, Instant until) {}

  private final AccessProperties properties;
  private final String service;
  private final Clock clock;
  private final JsonMapper json;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  ServiceTokens(AccessProperties properties, String service, Clock clock, JsonMapper json) {
    this.properties = properties;
    this.service = service;
    this.clock = clock;
    this.json = json;
  }

  /// @param audience the service that is asked
  /// @return the value of an `Authorization` header
  /// @throws IOException when the issuer does not answer, or refuses
  public String bearerFor(String audience) throws IOException, InterruptedException {
    var known = kept.get(audience);
    if (known == null || !known.until().isAfter(clock.instant())) {
      known = ask(audience);
      kept.put(audience, known);
    }
    return "Bearer " + known.token();
  }

  private Kept ask(String audience) throws IOException, InterruptedException {
    var asked =
        HttpRequest.newBuilder(properties.tokens())
            .timeout(PATIENCE)
            .header("Authorization", "Basic " + credentials())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "grant_type=client_credentials&scope="
                        + URLEncoder.encode(audience, StandardCharsets.UTF_8)))
            .build();
    var answer = http.send(asked, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != OK) {
      throw new IOException("the issuer answered " + answer.statusCode());
    }
    var body = json.readTree(answer.body());
    return new Kept(
        body.path("access_token").asString(),
        clock.instant().plusSeconds(body.path("expires_in").asLong()).minus(MARGIN));
  }

  private String credentials() throws IOException {
    var file = properties.secretFile();
    if (file == null || file.toString().isEmpty()) {
      throw new IOException("huiwu.access.secret-file is not set");
    }
    var secret = Files.readString(file).strip();
    return Base64.getEncoder()
        .encodeToString((service + ":" + secret).getBytes(StandardCharsets.UTF_8));
  }
}
