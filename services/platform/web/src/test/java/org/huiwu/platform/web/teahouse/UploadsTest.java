package org.huiwu.platform.web.teahouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.huiwu.platform.door.web.BodyLimit;
import org.huiwu.platform.testsupport.access.SignedRequests;
import org.junit.jupiter.api.Test;

/// Files that come to the door of a service.
class UploadsTest extends Doors {
  private final HttpClient http = HttpClient.newHttpClient();

  private HttpRequest request(BodyPublisher body) {
    var path = teas + "/a/leaves";
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Content-Type", "application/octet-stream")
        .header("Accept-Language", "en")
        .header("Authorization", new SignedRequests("teahouse", "ming", "catering").bearer(path))
        .POST(body)
        .build();
  }

  private HttpResponse<String> sent(BodyPublisher body) throws Exception {
    return http.send(request(body), BodyHandlers.ofString());
  }

  private static Set<String> temporaryFiles() throws IOException {
    Set<String> all = new TreeSet<>();
    try (var files =
        Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), "huiwu-upload-*")) {
      files.forEach(f -> all.add(f.getFileName().toString()));
    }
    return all;
  }

  /// A file loses its name a moment after it was made; others on this machine make some too.
  private static void awaitNoneBut(Set<String> before) {
    await().untilAsserted(() -> assertThat(temporaryFiles()).isSubsetOf(before));
  }

  @Test
  void a_file_of_the_limit_is_taken_whole() throws Exception {
    var answer = sent(BodyPublishers.ofByteArray(new byte[BodyLimit.UPLOAD]));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(Integer.toString(BodyLimit.UPLOAD));
  }

  @Test
  void one_byte_more_is_refused_with_the_limit_whether_its_length_is_said_or_not()
      throws Exception {
    var bytes = new byte[BodyLimit.UPLOAD + 1];
    var before = temporaryFiles();
    for (var body :
        new BodyPublisher[] {
          BodyPublishers.ofByteArray(bytes),
          BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)),
        }) {
      var answer = sent(body);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
      assertThat(answer.body())
          .contains("\"code\":\"body-too-large\"", "The limit is " + BodyLimit.UPLOAD + " bytes.");
    }
    awaitNoneBut(before);
  }

  @Test
  void a_file_has_no_name_while_it_comes_so_that_nothing_is_left_of_it_by_a_kill()
      throws Exception {
    var before = temporaryFiles();
    var half = new CountDownLatch(1);
    var rest = new CountDownLatch(1);
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(
            request(BodyPublishers.ofInputStream(() -> new Halting(half, rest))),
            BodyHandlers.ofString());
    half.await();
    awaitNoneBut(before);
    assertThat(answer).isNotDone();
    rest.countDown();
    assertThat(answer.get().body()).isEqualTo(Integer.toString(Halting.LENGTH));
    awaitNoneBut(before);
  }

  /// A slow line: the second half comes when it is let.
  private static final class Halting extends InputStream {
    static final int LENGTH = 2_000_000;
    private final CountDownLatch half;
    private final CountDownLatch rest;
    private int given;

    Halting(CountDownLatch half, CountDownLatch rest) {
      this.half = half;
      this.rest = rest;
    }

    @Override
    public int read() throws IOException {
      if (given == LENGTH / 2) {
        half.countDown();
        try {
          rest.await();
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
      }
      return given++ < LENGTH ? 'x' : -1;
    }
  }
}
