package org.huiwu.notification.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.huiwu.notification.manifest.Difference;
import org.huiwu.notification.manifest.LineChange;
import org.huiwu.notification.paper.PdfReader.Place;
import org.junit.jupiter.api.Test;

class PapersTest {
  private static final int ONE_PAGE = 150_000;

  private final Papers papers = new Papers();

  private static Sheet changed(int count, Locale language) {
    var difference = SampleSheets.difference(SampleSheets.visitors(count));
    return SampleSheets.site(count, language, difference, 5);
  }

  @Test
  void names_are_read_back_letter_for_letter_and_in_order_rare_ones_too() throws IOException {
    var lines = new TreeMap<>(SampleSheets.visitors(0));
    var names =
        List.of("𠮷田·建国", "䶮文静", "王𬭎", "买买提·艾力", "阮Anh Nguyễn", "𪚥龘", "Ñandú Łukasz", "Қайрат");
    for (var i = 0; i < names.size(); i++) {
      lines.put("p" + i, SampleSheets.fields("name", names.get(i), "delegation", "D" + i));
    }
    var base = SampleSheets.site(0, Locale.CHINA);
    var printed =
        papers.pdf(
            new Sheet(
                base.conference(),
                "site:S7",
                "",
                "",
                1,
                base.cutAt(),
                base.zone(),
                base.language(),
                base.header(),
                lines,
                null,
                0,
                null,
                Sheet.State.WHOLE,
                Map.of()));
    assertThat(printed.missing()).isEmpty();
    try (var pdf = new PdfReader(printed.content())) {
      assertThat(pdf.text()).containsSubsequence(names);
    }
  }

  @Test
  void a_character_that_no_font_has_is_shown_by_its_number_and_reported() throws IOException {
    var lines = new TreeMap<>(SampleSheets.visitors(0));
    lines.put("p", SampleSheets.fields("name", "张\uD83D\uDE00三\u0007"));
    var base = SampleSheets.rooming(1);
    var sheet =
        new Sheet(
            "",
            "rooming:X",
            "",
            "",
            1,
            base.cutAt(),
            base.zone(),
            Locale.CHINA,
            base.header(),
            lines,
            null,
            0,
            null,
            Sheet.State.WHOLE,
            Map.of());
    var printed = papers.pdf(sheet);
    assertThat(printed.missing()).containsExactly(0x7, 0x1F600);
    try (var pdf = new PdfReader(printed.content())) {
      assertThat(pdf.text()).contains("张[U+1F600]三[U+0007]").contains("以其码位代替");
    }
  }

  @Test
  void every_page_bears_the_version_and_which_of_how_many_it_is() throws IOException {
    try (var pdf = new PdfReader(papers.pdf(SampleSheets.site(300, Locale.CHINA)).content())) {
      var pages = pdf.pages();
      assertThat(pages).hasSizeGreaterThan(8);
      for (var i = 0; i < pages.size(); i++) {
        assertThat(pages.get(i).replace(" ", ""))
            .contains("第7版")
            .contains((i + 1) + "/" + pages.size());
      }
    }
  }

  @Test
  void the_heading_of_a_list_stands_on_each_of_its_pages_and_no_line_is_lost() throws IOException {
    var sheet = SampleSheets.site(300, Locale.CHINA);
    try (var pdf = new PdfReader(papers.pdf(sheet).content())) {
      assertThat(pdf.pages()).allSatisfy(page -> assertThat(page).contains("姓名", "级别"));
      var text = pdf.text();
      List<String> numbered = new ArrayList<>();
      var roster = new Roster(sheet, Words.in(Locale.CHINA));
      roster.lines().forEach(line -> numbered.add(roster.nameOf(line.key(), line.fields())));
      assertThat(numbered).hasSize(300);
      assertThat(text).containsSubsequence(numbered);
    }
  }

  @Test
  void who_was_struck_out_is_struck_through_and_who_stays_is_not() throws IOException {
    try (var pdf = new PdfReader(papers.pdf(changed(20, Locale.CHINA)).content())) {
      var strokes = pdf.strokes(0);
      assertThat(pdf.places(0, "买买提·艾力"))
          .hasSize(1)
          .allSatisfy(place -> assertThat(strokes).anyMatch(place::isCrossedBy));
      assertThat(pdf.places(0, "李建国"))
          .isNotEmpty()
          .allSatisfy(place -> assertThat(strokes).noneMatch(place::isCrossedBy));
      List<Place> hours = pdf.places(0, "6月3日 09:40");
      assertThat(hours)
          .as("the hour of arrival that is no more")
          .hasSize(1)
          .allSatisfy(place -> assertThat(strokes).anyMatch(place::isCrossedBy));
    }
  }

  @Test
  void what_changed_comes_before_the_list_struck_out_first() throws IOException {
    try (var pdf = new PdfReader(papers.pdf(changed(20, Locale.CHINA)).content())) {
      assertThat(pdf.text())
          .containsSubsequence(
              "自您确认的第 5 版以来",
              "删去 1",
              "改动 1",
              "新增 1",
              "到达",
              "6月3日 09:40",
              "→",
              "6月3日 10:40",
              "删去",
              "买买提·艾力",
              "改动",
              "车",
              "B1",
              "→",
              "B2",
              "新增",
              "全部名单");
    }
  }

  @Test
  void persons_are_counted_in_all_and_by_diet_rank_and_bus() throws IOException {
    var lines = SampleSheets.visitors(255).values();
    var normal = lines.stream().filter(l -> "normal".equals(l.get("diet"))).count();
    var ministers = lines.stream().filter(l -> "1".equals(l.get("rank"))).count();
    var first = lines.stream().filter(l -> "B1".equals(l.get("bus"))).count();
    assertThat(List.of(normal, ministers, first)).doesNotContain(0L, 255L);
    try (var pdf = new PdfReader(papers.pdf(SampleSheets.site(255, Locale.CHINA)).content())) {
      assertThat(pdf.pages().getFirst().replaceAll("\\s+", " "))
          .contains("人数 255", "普通 " + normal, "省部级 " + ministers, "B1 " + first);
    }
    var rooming = SampleSheets.rooming(60);
    var without = rooming.lines().values().stream().filter(l -> "".equals(l.get("room"))).count();
    try (var pdf = new PdfReader(papers.pdf(rooming).content())) {
      assertThat(pdf.pages().getFirst())
          .as("a hold is no person")
          .contains("人数", "60", "未排房", String.valueOf(without), "预留间数", "6");
    }
    try (var pdf = new PdfReader(papers.pdf(SampleSheets.meal()).content())) {
      assertThat(pdf.text().replaceAll("\\s+", " "))
          .contains("Persons 237", "Normal 210", "Halal 23", "Vegetarian 4");
    }
  }

  @Test
  void the_code_says_the_link_and_nothing_is_printed_where_there_is_none() throws IOException {
    try (var pdf = new PdfReader(papers.pdf(SampleSheets.site(9, Locale.CHINA)).content())) {
      assertThat(pdf.code(0)).contains(SampleSheets.LINK.toString());
      assertThat(pdf.text()).contains("这张纸还准吗？");
    }
    var base = SampleSheets.site(9, Locale.CHINA);
    var without =
        new Sheet(
            "",
            "site:S7",
            "",
            "",
            1,
            base.cutAt(),
            base.zone(),
            Locale.CHINA,
            base.header(),
            base.lines(),
            null,
            0,
            null,
            Sheet.State.WHOLE,
            Map.of());
    try (var pdf = new PdfReader(papers.pdf(without).content())) {
      assertThat(pdf.code(0)).isEmpty();
      assertThat(pdf.text()).doesNotContain("这张纸还准吗？");
    }
  }

  @Test
  void the_same_sheet_gives_the_same_bytes_even_from_other_fonts_in_memory() {
    var sheet = changed(80, Locale.CHINA);
    var once = papers.pdf(sheet).content();
    assertThat(papers.pdf(sheet).content()).isEqualTo(once);
    assertThat(new Papers().pdf(sheet).content()).isEqualTo(once);
    assertThat(once.length).isLessThan(ONE_PAGE);
  }

  @Test
  void many_are_printed_at_once_from_the_same_fonts() {
    var once = papers.pdf(changed(80, Locale.CHINA)).content();
    var printed =
        IntStream.range(0, 24)
            .parallel()
            .mapToObj(_ -> papers.pdf(changed(80, Locale.CHINA)).content())
            .toList();
    assertThat(printed).hasSize(24).allSatisfy(p -> assertThat(p).isEqualTo(once));
  }

  @Test
  void it_speaks_english_to_who_wants_it_and_chinese_otherwise() throws IOException {
    try (var pdf = new PdfReader(papers.pdf(changed(20, Locale.UK)).content())) {
      assertThat(pdf.text().replace(" ", ""))
          .contains("Sitelist", "Version7", "Sinceversion5,whichyouacknowledged", "Struckout")
          .contains("Arrives3Jun10:40", "Made3Jun202609:17(GMT+8)", "Isthispaperstilltrue?")
          .doesNotContain("清单");
    }
    try (var pdf = new PdfReader(papers.pdf(changed(20, Locale.FRENCH)).content())) {
      assertThat(pdf.text()).contains("接待清单");
    }
  }

  @Test
  void fields_and_values_that_have_no_word_are_shown_as_they_are() throws IOException {
    var lines = new TreeMap<>(SampleSheets.visitors(0));
    lines.put("p", SampleSheets.fields("name", "甲", "shuttle", "north", "diet", "gluten-free"));
    var base = SampleSheets.site(0, Locale.CHINA);
    var sheet =
        new Sheet(
            "",
            "tour:T1",
            "",
            "",
            1,
            base.cutAt(),
            base.zone(),
            Locale.CHINA,
            SampleSheets.fields("weather", "rain"),
            lines,
            null,
            0,
            null,
            Sheet.State.WHOLE,
            Map.of());
    try (var pdf = new PdfReader(papers.pdf(sheet).content())) {
      assertThat(pdf.text()).contains("weather", "rain", "shuttle", "north", "gluten-free");
    }
  }

  @Test
  void who_gets_it_first_and_who_misses_nothing_is_told_so() throws IOException {
    var nothing = new Difference(new LineChange(null, null), new TreeMap<>());
    try (var pdf =
        new PdfReader(papers.pdf(SampleSheets.site(3, Locale.CHINA, nothing, 6)).content())) {
      assertThat(pdf.text()).contains("自您确认的第 6 版以来没有改动。");
    }
    try (var pdf =
        new PdfReader(papers.pdf(SampleSheets.site(3, Locale.CHINA, nothing, 0)).content())) {
      assertThat(pdf.text()).contains("首次送达");
    }
    var closed = SampleSheets.cancelledSite();
    try (var pdf = new PdfReader(papers.pdf(closed).content())) {
      assertThat(pdf.text()).contains("已取消", "没有任何行");
    }
  }
}
