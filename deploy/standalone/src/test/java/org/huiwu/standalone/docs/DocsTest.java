package org.huiwu.standalone.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocsTest {
  private static final List<String> ADR_SECTIONS =
      List.of("Status", "Context", "Options", "Decision", "Consequences", "Enforced by");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
  private static final Pattern TERM = Pattern.compile("(?m)^\\| (.+?) \\| (.+?) \\| (.+?) \\|$");
  private static final Pattern TEST = Pattern.compile("(\\w+Test)(?:#(\\w+))?");
  private static final Pattern SCREEN = Pattern.compile("\\bname: \"([a-z-]+)\"");
  private static final Pattern MANIFEST_KIND = Pattern.compile("(?m)^\"?([a-z]+):");

  static List<Path> decisions() {
    return Repository.files("docs/adr", ".md");
  }

  static List<Path> pages() {
    return Stream.concat(
            Stream.of(Repository.ROOT.resolve("README.md")),
            Repository.files("docs", ".md").stream())
        .toList();
  }

  @Test
  void the_dictionary_has_every_kind_of_manifest_and_of_aggregate() {
    var terms = terms();
    assertThat(ServiceSource.aggregates()).isNotEmpty();
    assertThat(terms)
        .containsAll(
            ServiceSource.aggregates().stream()
                .map(a -> '`' + a.substring(a.indexOf('.') + 1) + '`')
                .toList());
    assertThat(manifestKinds()).hasSize(5);
    var manifests = Page.of(Repository.text("docs/dictionary.md")).code("Manifests");
    assertThat(manifests).containsAll(manifestKinds());
  }

  @Test
  void every_term_of_the_dictionary_is_there_in_chinese_and_explained() {
    var rows = TERM.matcher(Repository.text("docs/dictionary.md")).results().toList();
    assertThat(rows.stream().filter(r -> !r.group(1).equals("English")))
        .hasSizeGreaterThan(90)
        .allSatisfy(row -> {
          assertThat(row.group(2).codePoints().anyMatch(Character::isIdeographic))
              .as(row.group(1))
              .isTrue();
          assertThat(row.group(3)).as(row.group(1)).isNotBlank();
        });
  }

  @Test
  void the_decisions_are_numbered_without_a_gap() {
    assertThat(decisions().stream().map(f -> f.getFileName().toString().substring(0, 4)))
        .isNotEmpty()
        .isEqualTo(
            Stream.iterate(1, n -> n + 1)
                .limit(decisions().size())
                .map("%04d"::formatted)
                .toList());
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void a_decision_has_all_its_sections_and_something_enforces_it(Path decision) {
    var page = Page.of(Repository.text(decision));
    assertThat(page.headings()).isEqualTo(ADR_SECTIONS);
    assertThat(page.sections().values()).allSatisfy(text -> assertThat(text).isNotBlank());
    var named = page.code("Enforced by");
    assertThat(named).isNotEmpty();
    assertThat(named.stream().filter(n -> n.contains("/") && !n.startsWith("./")))
        .allSatisfy(path -> assertThat(Repository.has(path)).as(path).isTrue());
    assertThat(named.stream().filter(n -> TEST.matcher(n).matches()))
        .allSatisfy(DocsTest::assertTestIsThere);
    assertThat(named).anyMatch(n -> n.contains("/") || TEST.matcher(n).matches());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_link_of_a_page_leads_somewhere(Path page) {
    var links = LINK.matcher(Repository.text(page)).results().map(m -> m.group(1)).toList();
    assertThat(links)
        .allSatisfy(
            link -> assertThat(Files.exists(page.resolveSibling(link.strip()))).as(link).isTrue());
  }

  @Test
  void every_picture_is_shown_on_some_page() {
    var shown =
        pages().stream()
            .flatMap(page ->
                LINK.matcher(Repository.text(page))
                    .results()
                    .map(link -> page.resolveSibling(link.group(1).strip()).normalize()))
            .collect(Collectors.toSet());
    assertThat(shown)
        .containsAll(
            Repository.files("docs/images", f -> true).stream().map(Path::normalize).toList());
  }

  @Test
  void every_picture_is_of_a_screen_of_the_list_in_a_language_and_a_size() {
    var list = Repository.text("gateway/console/e2e/screenList.mjs");
    var screens = SCREEN.matcher(list).results().map(s -> s.group(1)).toList();
    assertThat(screens).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    var wanted =
        screens.stream()
            .flatMap(screen ->
                Stream.of("zh-desk", "zh-phone", "en-desk", "en-phone")
                    .map(variant -> screen + "-" + variant + ".png"))
            .toList();
    assertThat(
            Repository.files("docs/images", f -> true).stream()
                .map(f -> f.getFileName().toString()))
        .isNotEmpty()
        .isSubsetOf(wanted);
  }

  @Test
  void the_readme_names_the_two_commands_of_a_fresh_machine() {
    var readme = Repository.text("README.md");
    assertThat(readme).containsPattern("(?m)^\\./huiwu up\\b").containsPattern("(?m)^\\./mvnw ");
    assertThat(Repository.text("huiwu")).contains("up) up", "drill) drill", "bench) bench");
    assertThat(readme).contains("./huiwu drill PACKAGE [--out DIR]", "./huiwu bench");
  }

  @Test
  void ci_runs_the_test_command_that_the_readme_names() {
    assertThat(Files.isExecutable(Repository.ROOT.resolve(".ci/run"))).isTrue();
    assertThat(testCommands(".ci/run")).hasSize(1).isEqualTo(testCommands("README.md"));
    assertThat(Repository.text(".ci/run")).contains("set -euo pipefail");
  }

  @Test
  void the_wrapper_finds_the_jdk_by_itself() {
    assertThat(Repository.text("mvnw").lines()).contains(". \"$(dirname \"$0\")/.mvn/jdk25.sh\"");
    assertThat(Repository.text("huiwu").lines()).contains(". \"$root/.mvn/jdk25.sh\"");
    assertThat(Repository.has(".mvn/jdk25.sh")).isTrue();
  }

  @Test
  void the_sample_drills_and_their_format_are_in_the_repository() {
    var packages = "deploy/drills/packages/";
    assertThat(
            Stream.of(
                "deploy/drills/FORMAT.md",
                packages + "wastewater-250/timeline.jsonl",
                packages + "wastewater-250/expected/initial.csv",
                packages + "wastewater-250/expected/ripple.csv",
                packages + "wastewater-250/expected/final.csv",
                packages + "broken-rosters/expected/issues.csv",
                packages + "broken-rosters/expected/people.csv"))
        .allSatisfy(file -> assertThat(Repository.has(file)).as(file).isTrue());
    assertThat(Repository.files(packages + "wastewater-250/rosters", f -> true)).hasSize(33);
  }

  /// The words of `./mvnw ...` without its flags.
  private static Set<String> testCommands(String file) {
    return Repository.text(file)
        .lines()
        .map(line -> line.replaceFirst("^exec ", ""))
        .filter(line -> line.startsWith("./mvnw "))
        .map(line -> line.replaceFirst("\\s*#.*", ""))
        .map(line ->
            Stream.of(line.split("\\s+"))
                .filter(word -> !Set.of("-B", "-ntp").contains(word))
                .collect(Collectors.joining(" ")))
        .collect(Collectors.toSet());
  }

  private static void assertTestIsThere(String name) {
    var parts = TEST.matcher(name);
    assertThat(parts.matches()).isTrue();
    var sources = testSources(parts.group(1));
    assertThat(sources).as(name).isNotEmpty();
    if (parts.group(2) != null) {
      assertThat(sources)
          .as(name)
          .anyMatch(f -> Repository.text(f).contains("void " + parts.group(2) + "("));
    }
  }

  private static List<Path> testSources(String type) {
    return Stream.of("services", "gateway", "deploy")
        .flatMap(folder -> Repository.files(folder, f -> f.endsWith(type + ".java")).stream())
        .toList();
  }

  private static Set<String> terms() {
    return TERM.matcher(Repository.text("docs/dictionary.md"))
        .results()
        .map(m -> m.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The kinds that the sample's manifests have.
  private static Set<String> manifestKinds() {
    var expected = Repository.text("deploy/drills/packages/wastewater-250/expected/final.csv");
    return MANIFEST_KIND
        .matcher(expected)
        .results()
        .map(m -> m.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
