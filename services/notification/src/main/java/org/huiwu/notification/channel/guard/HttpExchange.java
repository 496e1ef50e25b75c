package org.huiwu.notification.channel.guard;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLHandshakeException;
import org.huiwu.notification.channel.Outcome.NotSent;
import org.huiwu.notification.channel.Outcome.Unknown;

/// A letter by HTTP. Before the connection stands it was surely not sent; from then on, without an
/// answer, nobody knows.
///
/// No redirect is followed and no proxy is asked. Requests that change something are never repeated
/// by the client itself.
public final class HttpExchange implements AutoCloseable {
  private static final long LONGEST_ANSWER = 64 * 1024L;

  private final HttpClient http;

  public HttpExchange(Duration connectTimeout) {
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(connectTimeout)
            .executor(Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory()))
            .build();
  }

  /// @param read what the answer means
  public Attempt send(HttpRequest request, Function<HttpResponse<byte[]>, Attempt> read)
      throws InterruptedException {
    HttpResponse<byte[]> answer;
    try {
      answer =
          http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
    } catch (HttpConnectTimeoutException | ConnectException e) {
      return Attempt.troubled(new NotSent("unreachable"));
    } catch (SSLHandshakeException e) {
      return Attempt.troubled(new NotSent("not-trusted"));
    } catch (HttpTimeoutException e) {
      return Attempt.troubled(new Unknown("timeout"));
    } catch (IOException e) {
      return Attempt.troubled(new Unknown("connection-lost"));
    }
    return read.apply(answer);
  }

  /// Empty: no answer.
  public Optional<HttpResponse<byte[]>> ask(HttpRequest question) throws InterruptedException {
    try {
      return Optional.of(
          http.send(question, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// What a busy provider asks for in whole seconds; a second where it says nothing that can be
  /// read.
  public static Duration retryAfter(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("[0-9]{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .orElse(Duration.ofSeconds(1));
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
