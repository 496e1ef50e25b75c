package org.huiwu.drills;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/// Somebody's browser at the platform's door: signs in once, and sends the session's cookie and
/// what proves that a request comes from its own page.
public final class Door {
  static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final JsonMapper JSON = new JsonMapper();
  private static final String TOKEN_COOKIE = "XSRF-TOKEN";
  private static final int OK = 200;
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;

  /// A service whose last instance has died is started again within this time, or the drill fails.
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(cookies)
          .build();
  private final String address;

  private Door(String address) {
    this.address = address;
  }

  /// @throws DrillException when the platform does not let them in
  public static Door signIn(String address, String account, String password) {
    var door = new Door(address);
    // Only to be given the cookie that the sign-in has to show.
    door.send(door.request("/session").GET());
    var answer =
        door.send(
            door.request("/session")
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(
                            Map.of("account", account, "password", password)))));
    if (answer.statusCode() != OK) {
      throw new DrillException(
          "%s cannot sign in at %s: %d %s"
              .formatted(account, address, answer.statusCode(), answer.body()));
    }
    return door;
  }

  /// @param path from the address on, e.g. `/api/registration/conferences`
  public HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(PATIENCE)
            .header("Accept-Language", "en");
    // as the recipients' own page does
    return path.startsWith("/site/") ? request.header("X-Huiwu-Site", "drill") : request;
  }

  /// As somebody patient: while the door says when to come again, it is done.
  ///
  /// @throws DrillException when nobody answers
  public HttpResponse<String> send(HttpRequest.Builder request) {
    return patiently(() -> sendOnce(request));
  }

  /// What is told bit by bit, e.g. a live stream.
  ///
  /// @throws DrillException when nobody answers
  public HttpResponse<InputStream> follow(HttpRequest.Builder request) {
    return patiently(() -> sendOnce(request, HttpResponse.BodyHandlers.ofInputStream()));
  }

  private static <T> HttpResponse<T> patiently(Supplier<HttpResponse<T>> asking) {
    var until = System.nanoTime() + LONGEST_PAUSE.toNanos();
    var answer = asking.get();
    while (isToComeAgain(answer) && System.nanoTime() < until) {
      pause(answer);
      answer = asking.get();
    }
    return answer;
  }

  /// A drill asks faster than people do, and a service may be dead for a while.
  private static boolean isToComeAgain(HttpResponse<?> answer) {
    return answer.statusCode() == TOO_MANY
        || (answer.statusCode() == UNAVAILABLE
            && answer.headers().firstValue("Retry-After").isPresent());
  }

  private static void pause(HttpResponse<?> answer) {
    try {
      Thread.sleep(Duration.ofSeconds(answer.headers().firstValueAsLong("Retry-After").orElse(1)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DrillException("interrupted", e);
    }
  }

  HttpResponse<String> sendOnce(HttpRequest.Builder request) {
    return sendOnce(request, HttpResponse.BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> sendOnce(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> reader) {
    cookies.getCookieStore().getCookies().stream()
        .filter(c -> c.getName().equals(TOKEN_COOKIE))
        .findFirst()
        .ifPresent(c -> request.setHeader("X-XSRF-TOKEN", c.getValue()));
    var ready = request.build();
    try {
      return http.send(ready, reader);
    } catch (IOException e) {
      throw new DrillException(
          "%s %s was not answered: %s".formatted(ready.method(), ready.uri().getPath(), e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DrillException("interrupted", e);
    }
  }
}
