package org.huiwu.notification.paper.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huiwu.notification.LiveConference;
import org.huiwu.notification.Owner;
import org.huiwu.notification.RippleConversation;
import org.huiwu.platform.messaging.Changeset.ManifestDelta;
import org.huiwu.platform.testsupport.access.SignedRequests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What desks get on paper, through the service's own door.
class PaperDoorsTest extends RippleConversation {
  private final HttpClient http = HttpClient.newHttpClient();
  private Owner hotel = new Owner("");
  private LiveConference live = new LiveConference(new UUID(0, 0), desk, this::say);

  @BeforeEach
  void a_hotel_with_three_versions() {
    live = new LiveConference(conference, desk, this::say).facts();
    live.contact("H1-desk", "hotel");
    live.hotel("H1", "H1-desk");
    hotel = new Owner("rooming:H1");
    revises(hotel.header("hotel", "H1"), hotel.line("p", "name", "𠮷田·一郎"));
    revises(hotel.line("q", "name", "=1+1"));
    revises(hotel.struck("p"));
  }

  private void revises(ManifestDelta... deltas) {
    for (var delta : deltas) {
      live.revises(delta);
    }
  }

  private HttpResponse<byte[]> get(String role, String path, String language)
      throws IOException, InterruptedException {
    var whole = "/conferences/" + conference + path;
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + whole))
            .header("Authorization", new SignedRequests("notification", "u", role).bearer(whole))
            .header("Accept-Language", language);
    return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static String text(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void a_manifest_is_printed_as_it_is_and_as_it_was() throws Exception {
    var now = get("accommodation", "/manifests/rooming:H1/paper.pdf", "zh-CN");
    assertThat(now.statusCode()).isEqualTo(200);
    assertThat(header(now, "content-type")).isEqualTo("application/pdf");
    assertThat(header(now, "cache-control")).contains("no-store");
    assertThat(header(now, "content-disposition"))
        .startsWith("attachment;")
        .contains("filename*=UTF-8''%E4%BD%8F%E6%88%BF%E6%B8%85%E5%8D%95")
        .endsWith(".pdf");
    var latest = latest();
    assertThat(text(now.body()))
        .contains("住房清单", "宾馆H1", "合作会议", "第 " + latest + " 版", "=1+1")
        .contains("这张纸还准吗？")
        .doesNotContain("𠮷田·一郎");
    var before = get("duty", "/manifests/rooming:H1/paper.pdf?version=" + (latest - 1), "en");
    assertThat(text(before.body()))
        .contains("Rooming list", "Version " + (latest - 1), "𠮷田·一郎", "=1+1");
  }

  private long latest() {
    return desk.get("/manifests/rooming:H1").body().path("version").asLong();
  }

  @Test
  void what_changed_since_a_version_is_printed_with_it() throws Exception {
    var latest = latest();
    var paper = get("duty", "/manifests/rooming:H1/paper.pdf?since=" + (latest - 1), "zh");
    assertThat(text(paper.body())).contains("自第 " + (latest - 1) + " 版以来", "删去", "𠮷田·一郎");
    assertThat(get("duty", "/manifests/rooming:H1/paper.pdf?since=99", "zh").statusCode())
        .isEqualTo(404);
    assertThat(get("duty", "/manifests/rooming:H1/paper.pdf?version=99", "zh").statusCode())
        .isEqualTo(404);
    var unknown = get("duty", "/manifests/rooming:none/paper.pdf", "zh");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(new String(unknown.body(), StandardCharsets.UTF_8)).contains("manifest-unknown");
  }

  @Test
  void a_workbook_is_to_be_had_where_the_paper_is() throws Exception {
    var answer = get("catering", "/manifests/rooming:H1/paper.xlsx?since=1", "zh");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "content-disposition")).endsWith(".xlsx");
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(answer.body()))) {
      assertThat(book.getNumberOfSheets()).isEqualTo(2);
      assertThat(book.getSheetAt(0).getRow(5).getCell(0).getStringCellValue()).isEqualTo("=1+1");
    }
  }

  @Test
  void who_may_not_read_a_manifest_may_not_print_it() throws Exception {
    for (var path :
        new String[] {
          "/manifests/rooming:H1/paper.pdf", "/manifests/rooming:H1/paper.xlsx", "/papers.pdf"
        }) {
      assertThat(get("liaison", path, "zh").statusCode()).as(path).isEqualTo(403);
    }
    assertThat(get("accommodation", "/papers.pdf", "zh").statusCode())
        .as("the pack holds everything, phones too")
        .isEqualTo(403);
  }

  @Test
  void the_duty_room_prints_everything_that_is_not_cancelled() throws Exception {
    var gone = new Owner("meal:M1");
    revises(gone.header("kitchen", "H1"), gone.line("halal", "count", "3"));
    revises(gone.closed());
    var stop = new Owner("site:S1");
    revises(stop.header("arrives", "2026-06-10T09:00"), stop.line("p", "name", "䶮𬭎"));
    var pack = get("duty", "/papers.pdf", "zh");
    assertThat(pack.statusCode()).isEqualTo(200);
    assertThat(header(pack, "content-length")).isEqualTo(String.valueOf(pack.body().length));
    assertThat(header(pack, "cache-control")).contains("no-store");
    assertThat(text(pack.body()))
        .contains("应急纸质件", "目录", "宾馆H1", "䶮𬭎", "联系电话", "19900000001")
        .doesNotContain("用餐清单");
  }
}
