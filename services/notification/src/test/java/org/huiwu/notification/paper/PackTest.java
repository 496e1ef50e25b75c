package org.huiwu.notification.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PackTest {
  private static final PackCover COVER =
      new PackCover(
          "全国污水处理大会",
          SampleSheets.CUT,
          SampleSheets.ZONE,
          Locale.CHINA,
          List.of(
              new PackCover.Phone("值班室", "duty", "0771-2345678"),
              new PackCover.Phone("陈𬭎", "driver", "13800000000")));

  private final Papers papers = new Papers();

  @Test
  void the_contents_name_the_page_on_which_each_sheet_begins_and_so_do_the_bookmarks()
      throws IOException {
    List<Supplier<Sheet>> sheets =
        List.of(
            () -> SampleSheets.site(90, Locale.CHINA),
            () -> SampleSheets.rooming(40),
            () -> SampleSheets.site(5, Locale.CHINA));
    var out = new ByteArrayOutputStream();
    assertThat(papers.pack(COVER, sheets, out)).isEmpty();
    try (var pdf = new PdfReader(out.toByteArray())) {
      var pages = pdf.pages();
      assertThat(pages.getFirst()).contains("应急纸质件", "全国污水处理大会", "2026年6月3日 09:17（GMT+8）", "3");
      List<Integer> begins = new ArrayList<>();
      for (var i = 2; i < pages.size() - 1; i++) {
        if (pages.get(i).contains("这张纸还准吗？")) {
          begins.add(i + 1);
        }
      }
      assertThat(begins).hasSize(3);
      assertThat(pages.get(1).replaceAll("[ \\n]+", " "))
          .contains(
              "江南污水处理厂 第 7 版 " + begins.get(0),
              "荔园山庄 第 12 版 " + begins.get(1),
              "江南污水处理厂 第 7 版 " + begins.get(2));
      assertThat(pages.getLast()).contains("联系电话", "陈𬭎", "司机", "13800000000");
      List<String> bookmarks = new ArrayList<>();
      pdf.document()
          .getDocumentCatalog()
          .getDocumentOutline()
          .children()
          .forEach(item -> bookmarks.add(item.getTitle()));
      assertThat(bookmarks)
          .containsExactly(
              "应急纸质件", "目录", "接待清单 · 江南污水处理厂", "住房清单 · 荔园山庄", "接待清单 · 江南污水处理厂", "联系电话");
    }
  }

  @Test
  void every_page_of_a_sheet_bears_its_version_and_its_own_count_of_pages() throws IOException {
    List<Supplier<Sheet>> sheets =
        List.of(() -> SampleSheets.site(60, Locale.CHINA), () -> SampleSheets.rooming(5));
    var out = new ByteArrayOutputStream();
    papers.pack(COVER, sheets, out);
    try (var pdf = new PdfReader(out.toByteArray())) {
      var pages = pdf.pages().stream().map(page -> page.replace(" ", "")).toList();
      var rooms = pages.size() - 2;
      for (var i = 2; i < rooms; i++) {
        assertThat(pages.get(i)).contains("第7版", (i - 1) + "/" + (rooms - 2));
      }
      assertThat(pages.get(rooms)).contains("第12版", "1/1").doesNotContain("第7版");
      assertThat(pages.getLast()).as("the phone list").doesNotContain("版");
    }
  }

  @Test
  void sheets_are_read_one_after_another_and_pages_written_as_they_are_full() {
    var out = new ByteArrayOutputStream();
    List<Integer> written = new ArrayList<>();
    Supplier<Sheet> next =
        () -> {
          written.add(out.size());
          return SampleSheets.site(150, Locale.CHINA);
        };
    papers.pack(COVER, List.of(next, next, next, next), out);
    assertThat(written).hasSize(4);
    for (var i = 1; i < written.size(); i++) {
      assertThat(written.get(i)).isGreaterThan(written.get(i - 1) + 5_000);
    }
  }
}
