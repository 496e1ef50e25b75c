package org.huiwu.platform.web.preview;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Hypotheses.BusyException;
import org.huiwu.platform.messaging.WireJson;
import org.huiwu.platform.web.access.ServiceTokens;
import org.huiwu.platform.web.problem.ProblemException.TooLarge;
import org.huiwu.platform.web.problem.ProblemException.Unavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/// Asks other services what they would make of a change, at the doors of their
/// [PreviewsController].
final class OtherServices {
  private static final Logger log = LoggerFactory.getLogger(OtherServices.class);
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final int OK = 200;
  private static final int CLASH = 409;
  private static final int TOO_LARGE = 413;

  private final PreviewProperties properties;
  private final ServiceTokens tokens;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(CONNECT).version(HttpClient.Version.HTTP_1_1).build();

  OtherServices(PreviewProperties properties, ServiceTokens tokens) {
    this.properties = properties;
    this.tokens = tokens;
  }

  /// @param lock how long the service may wait for the conference's lock
  /// @param patience how long to wait for the answer
  /// @throws BusyException when others work in the conference there
  /// @throws Unavailable `preview-unavailable`, naming the service that cannot say
  Reaction ask(
      String service, UUID conference, List<Changeset> given, Duration lock, Duration patience) {
    var body = packed(given);
    @Nullable IOException failure = null;
    for (var instance : instances(service)) {
      try {
        var address =
            URI.create(
                instance + "/conferences/" + conference + "/previews?lock=" + lock.toMillis());
        var asked =
            HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Authorization", tokens.bearerFor(service))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return read(service, http.send(asked, HttpResponse.BodyHandlers.ofInputStream()));
      } catch (ConnectException e) {
        failure = e;
      } catch (IOException | JacksonException e) {
        throw unavailable(service, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw unavailable(service, e);
      }
    }
    throw unavailable(service, failure);
  }

  private static Unavailable unavailable(String service, @Nullable Exception why) {
    log.warn("{} cannot say what a change would touch there: {}", service, String.valueOf(why));
    return new Unavailable("preview-unavailable", service);
  }

  private static Reaction read(String service, HttpResponse<InputStream> answer)
      throws IOException {
    try (var body = answer.body()) {
      return switch (answer.statusCode()) {
        case OK -> WireJson.mapper().readValue(body, Reaction.class);
        case CLASH -> throw new BusyException(service + " is busy with the conference");
        case TOO_LARGE -> throw new TooLarge("preview-too-large");
        default -> throw new IOException("answered " + answer.statusCode());
      };
    }
  }

  /// Of several instances another one first each time.
  private List<String> instances(String service) {
    var known = properties.services().getOrDefault(service, "");
    List<String> all = new ArrayList<>();
    for (var one : known.split(",")) {
      if (!one.isBlank()) {
        all.add(one.strip());
      }
    }
    Collections.shuffle(all);
    return all;
  }

  private static byte[] packed(List<Changeset> given) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      WireJson.mapper().writeValue(gzip, new Reaction.Given(given));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
