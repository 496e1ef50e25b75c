package org.huiwu.notification.manifest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.huiwu.notification.NotificationProperties;
import org.huiwu.platform.manifests.Manifests.Whole;
import org.huiwu.platform.messaging.WireJson;
import org.huiwu.platform.web.access.ServiceTokens;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;

/// Asks the owner of a manifest for the whole of it.
@Component
class ManifestOwners {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final NotificationProperties properties;
  private final ServiceTokens tokens;

  ManifestOwners(NotificationProperties properties, ServiceTokens tokens) {
    this.properties = properties;
    this.tokens = tokens;
  }

  /// Empty while the owner does not answer, or answers what cannot be read.
  Optional<Whole> fetch(String owner, UUID conference, String manifest)
      throws InterruptedException {
    var base = properties.owners().get(owner);
    if (base == null) {
      return Optional.empty();
    }
    URI address =
        UriComponentsBuilder.fromUriString(oneOf(base.split(",")))
            .path("/conferences/{conference}/derived-manifests/{manifest}")
            .buildAndExpand(conference, manifest)
            .encode()
            .toUri();
    try {
      var answer =
          http.send(
              HttpRequest.newBuilder(address)
                  .timeout(PATIENCE)
                  .header("Authorization", tokens.bearerFor(owner))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200
          ? Optional.of(WireJson.mapper().readValue(answer.body(), Whole.class))
          : Optional.empty();
    } catch (IOException | JacksonException _) {
      return Optional.empty();
    }
  }

  /// Of several instances another one each time: who asks again may find one that lives.
  private static String oneOf(String[] instances) {
    return instances[ThreadLocalRandom.current().nextInt(instances.length)].strip();
  }
}
