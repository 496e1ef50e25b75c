package org.huiwu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.huiwu.ministry.Ministry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Signing in with an OIDC issuer of somebody else's: a second authorization server with its own
/// people, on its own port.
class ElsewhereTest extends OpenGateway {
  private static final Ministry MINISTRY = Ministry.open();

  /// As the ministry knows it; a proxy in front would bring people to the door's own port.
  private static final String PUBLIC = "http://127.0.0.1:8080";

  private static final Pattern FORM_TOKEN =
      Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  @DynamicPropertySource
  static void issuer(DynamicPropertyRegistry registry) {
    registry.add("huiwu.gateway.oidc.issuer", MINISTRY::issuer);
    registry.add("huiwu.gateway.oidc.client-id", () -> Ministry.CLIENT);
    registry.add("huiwu.gateway.oidc.client-secret", () -> Ministry.SECRET);
    registry.add("huiwu.gateway.oidc.name", () -> "The ministry");
    registry.add("huiwu.gateway.oidc.account-claim", () -> "sub");
    MINISTRY.serves(PUBLIC + "/login/oauth2/code/oidc");
  }

  @AfterAll
  static void close() {
    MINISTRY.close();
  }

  private static final class Browser implements AutoCloseable {
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
        HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    HttpResponse<String> get(URI address) throws IOException, InterruptedException {
      return http.send(
          HttpRequest.newBuilder(address).header("Accept", "text/html,*/*;q=0.8").build(),
          BodyHandlers.ofString());
    }

    HttpResponse<String> follow(HttpResponse<String> answer)
        throws IOException, InterruptedException {
      return get(next(answer));
    }

    static URI next(HttpResponse<String> answer) {
      assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isBetween(300, 399);
      return answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
    }

    HttpResponse<String> signInAtTheMinistry(HttpResponse<String> form, String password)
        throws IOException, InterruptedException {
      var token = FORM_TOKEN.matcher(form.body());
      assertThat(token.find()).as(form.body()).isTrue();
      var fields =
          "username=wang&password="
              + password
              + "&_csrf="
              + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
      return http.send(
          HttpRequest.newBuilder(form.uri().resolve("/login"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("Accept", "text/html")
              .POST(BodyPublishers.ofString(fields))
              .build(),
          BodyHandlers.ofString());
    }

    @Override
    public void close() {
      http.shutdownNow();
    }
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /// @return where the ministry sends the browser back to
  private URI wayBack(Browser browser) throws Exception {
    var leaving = browser.get(at("/oauth2/authorization/oidc"));
    assertThat(Browser.next(leaving).toString()).startsWith(MINISTRY.issuer());
    var asked = browser.follow(leaving);
    var form = browser.follow(asked);
    var signedIn = browser.signInAtTheMinistry(form, Ministry.PASSWORD);
    var back = Browser.next(browser.follow(signedIn));
    assertThat(back.toString()).startsWith(PUBLIC + "/login/oauth2/code/oidc?");
    return at(back.getRawPath() + "?" + back.getRawQuery());
  }

  @Test
  void who_is_not_signed_in_is_told_where_else_they_may() throws Exception {
    try (var door = door()) {
      assertThat(door.get("/session").body())
          .contains("\"href\":\"/oauth2/authorization/oidc\"", "\"name\":\"The ministry\"");
    }
  }

  @Test
  void somebody_of_the_ministrys_is_let_in_and_holds_nothing_yet() throws Exception {
    try (var browser = new Browser()) {
      var back = wayBack(browser);
      var arrived = browser.get(back);
      assertThat(Browser.next(arrived).getPath()).isEqualTo("/");
      assertThat(
              arrived.headers().allValues("Set-Cookie").stream()
                  .filter(c -> c.startsWith("HUIWU="))
                  .toList())
          .singleElement()
          .asString()
          .contains("HttpOnly", "SameSite=Strict");
      var me = browser.get(at("/session"));
      assertThat(me.statusCode()).as(me.body()).isEqualTo(200);
      assertThat(me.body())
          .contains("\"account\":\"wang", "\"platformRoles\":[]", "\"conferences\":[]");
      assertThat(browser.get(back).headers().firstValue("Location"))
          .as("an answer is taken once")
          .hasValueSatisfying(where -> assertThat(where).contains("sign-in=refused"));
    }
    try (var again = new Browser()) {
      again.get(wayBack(again));
      assertThat(again.get(at("/session")).statusCode()).isEqualTo(200);
    }
    assertThat(rows.queryForList("select 1 from account where subject = 'wang'")).hasSize(1);
  }

  @Test
  void an_answer_that_another_browser_brings_is_refused() throws Exception {
    try (var asking = new Browser();
        var thief = new Browser()) {
      var back = wayBack(asking);
      assertThat(Browser.next(thief.get(back)).toString()).contains("sign-in=refused");
      assertThat(thief.get(at("/session")).statusCode()).isEqualTo(401);
    }
  }
}
