package org.huiwu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The console's page and what the browser is told about it.
class ConsoleTest extends OpenGateway {
  private static final Pattern NONCE = Pattern.compile("name=\"csp-nonce\" content=\"([^\"]+)\"");
  private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

  private static String policy(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Security-Policy").orElse("");
  }

  private static String nonce(HttpResponse<String> page) {
    var found = NONCE.matcher(page.body());
    assertThat(found.find()).as(page.body()).isTrue();
    return found.group(1);
  }

  @Test
  void the_page_may_run_only_the_doors_own_scripts_and_styles_with_its_nonce() throws Exception {
    try (var browser = door()) {
      var page = browser.get("/", "Accept", HTML);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(policy(page))
          .contains("default-src 'self'", "script-src 'self'", "'nonce-" + nonce(page) + "'")
          .doesNotContain("unsafe");
      assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
      assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
      assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
      var again = browser.get("/", "Accept", HTML);
      assertThat(nonce(again)).isNotEqualTo(nonce(page));
    }
  }

  @Test
  void a_text_goes_compressed_to_browsers_that_take_it_and_plain_to_others() throws Exception {
    var page = Path.of(Objects.requireNonNull(ConsoleTest.class.getResource("/static/")).toURI());
    var assets = Files.createDirectories(page.resolve("assets"));
    Files.writeString(assets.resolve("made-3f.js"), "plain");
    Files.writeString(assets.resolve("made-3f.js.gz"), "gzipped");
    try (var browser = door()) {
      var plain = browser.get("/assets/made-3f.js");
      assertThat(plain.body()).isEqualTo("plain");
      assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
      var small = browser.get("/assets/made-3f.js", "Accept-Encoding", "gzip, deflate, br");
      assertThat(small.body()).isEqualTo("gzipped");
      assertThat(small.headers().firstValue("Content-Encoding")).hasValue("gzip");
      assertThat(small.headers().firstValue("Content-Type").orElse("")).contains("javascript");
      assertThat(small.headers().firstValue("Vary").orElse("")).contains("Accept-Encoding");
      assertThat(small.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    }
  }

  @Test
  void the_liaisons_phone_may_work_without_a_network_at_its_own_address_only() throws Exception {
    try (var phone = door()) {
      var page = phone.get("/liaison", "Accept", HTML);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("liaison").doesNotContain("csp-nonce");
      assertThat(policy(page))
          .contains("worker-src 'self'", "manifest-src 'self'", "script-src 'self'")
          .doesNotContain("unsafe", "nonce");
      var worker = phone.get("/liaison/sw.js");
      assertThat(worker.headers().firstValue("Service-Worker-Allowed")).hasValue("/liaison");
      assertThat(worker.headers().firstValue("Content-Type").orElse("")).contains("javascript");
      assertThat(worker.headers().firstValue("Cache-Control")).hasValue("no-cache");
      assertThat(phone.get("/liaison/app.webmanifest").headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("application/manifest+json"));
    }
  }

  @Test
  void every_address_that_the_page_makes_up_is_the_page_and_what_a_program_asks_is_not()
      throws Exception {
    try (var browser = door()) {
      assertThat(nonce(browser.get("/conferences/1/people", "Accept", HTML))).isNotEmpty();
      assertThat(nonce(browser.get("/index.html", "Accept", HTML))).isNotEmpty();
      assertThat(browser.get("/nothing.js", "Accept", HTML).statusCode()).isEqualTo(404);
      assertThat(browser.get("/conferences/1/people", "Accept", "application/json").statusCode())
          .isEqualTo(404);
      assertThat(browser.get("/api/registration/conferences", "Accept", HTML).statusCode())
          .isEqualTo(401);
      assertThat(browser.get("/session", "Accept", HTML).statusCode()).isEqualTo(401);
      assertThat(browser.get("/accounts", "Accept", HTML).statusCode()).isEqualTo(401);
      assertThat(browser.get("/unavailable/catering", "Accept", HTML).statusCode()).isEqualTo(401);
    }
  }
}
