package org.huiwu.platform.web.preview;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPOutputStream;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Hypotheses.BusyException;
import org.huiwu.platform.messaging.WireJson;
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
  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final int OK = 200;
  private static final int CLASH = 409;
  private static final int TOO_LARGE = 413;

  /// Where tokens for other services come from.
  interface Tokens {
    String bearerFor(String service) throws IOException, InterruptedException;
  }

  private final PreviewProperties properties;
  private final Tokens tokens;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(CONNECT).version(HttpClient.Version.HTTP_1_1).build();

  OtherServices(PreviewProperties properties, Tokens tokens) {
    this.properties = properties;
    this.tokens = tokens;
  }

  /// One instance after the other, until one answers: who does not let anybody in, or hangs up, may
  /// be the only one that is not there.
  ///
  /// @param lock how long the service may wait for the conference's lock
  /// @param patience how long to wait for the whole of the answer, whoever gives it
  /// @throws BusyException when others work in the conference there
  /// @throws Unavailable `preview-unavailable`, naming the service that cannot say;
  ///   `preview-no-token` when it cannot be asked at all
  Reaction ask(
      String service, UUID conference, List<Changeset> given, Duration lock, Duration patience) {
    var ends = System.nanoTime() + patience.toNanos();
    var bearer = bearerFor(service);
    var body = packed(given);
    Exception failure = null;
    for (var instance : instances(service)) {
      var left = Duration.ofNanos(ends - System.nanoTime());
      if (!left.isPositive()) {
        break;
      }
      var address =
          URI.create(
              "%s/conferences/%s/previews?lock=%d&patience=%d"
                  .formatted(instance, conference, lock.toMillis(), left.toMillis()));
      var asked =
          HttpRequest.newBuilder(address)
              .header("Authorization", bearer)
              .header("Content-Type", "application/octet-stream")
              .POST(HttpRequest.BodyPublishers.ofByteArray(body))
              .build();
      try {
        return read(service, answer(asked, left));
      } catch (TimeoutException e) {
        throw unavailable(service, e);
      } catch (IOException | JacksonException e) {
        failure = e;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw unavailable(service, e);
      }
    }
    throw unavailable(service, failure);
  }

  private String bearerFor(String service) {
    try {
      return tokens.bearerFor(service);
    } catch (IOException e) {
      log.warn("no token to ask {} what a change would touch there: {}", service, e.toString());
      throw new Unavailable("preview-no-token", service);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(service, e);
    }
  }

  /// The whole of it: the body, too, may stop in the middle.
  private HttpResponse<byte[]> answer(HttpRequest asked, Duration patience)
      throws IOException, InterruptedException, TimeoutException {
    var answer = http.sendAsync(asked, HttpResponse.BodyHandlers.ofByteArray());
    try {
      return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException why ? why : new IOException(e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private static Unavailable unavailable(String service, @Nullable Exception why) {
    log.warn("{} cannot say what a change would touch there: {}", service, String.valueOf(why));
    return new Unavailable("preview-unavailable", service);
  }

  private static Reaction read(String service, HttpResponse<byte[]> answer) throws IOException {
    return switch (answer.statusCode()) {
      case OK -> WireJson.mapper().readValue(answer.body(), Reaction.class);
      case CLASH -> throw new BusyException(service + " is busy with the conference");
      case TOO_LARGE -> throw new TooLarge("preview-too-large");
      default -> throw new IOException("answered " + answer.statusCode());
    };
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
