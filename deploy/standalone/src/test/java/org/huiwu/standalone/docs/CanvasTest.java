package org.huiwu.standalone.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CanvasTest {
  private static final List<String> SECTIONS =
      List.of(
          "Responsibility",
          "Owns",
          "Derives",
          "Commands",
          "Questions",
          "Events published",
          "Subscribes to",
          "Tables",
          "Exceptions it shows",
          "Consistency notes");
  private static final Pattern MAPPING =
      Pattern.compile("`((?:GET|POST|PUT|PATCH|DELETE) /[^`]*)`");
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^\\| `((?:POST|PUT|PATCH|DELETE) /[^`]*)` \\| (.*) \\|$");
  private static final Pattern WORD = Pattern.compile("`([^`]+)`");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "registration",
        "accommodation",
        "catering",
        "transport-dispatch",
        "excursion",
        "venue",
        "notification"
      })
  void a_canvas_names_what_the_source_has_and_nothing_else(String service) {
    var canvas = Page.of(Repository.text("docs/canvas/" + service + ".md"));
    var source = ServiceSource.of(service);

    assertThat(canvas.headings()).isEqualTo(SECTIONS);
    assertThat(canvas.code("Subscribes to")).isEqualTo(subscriptionsOf(service));
    assertThat(eventsIn(canvas)).isEqualTo(ServiceSource.events(service));
    assertThat(aggregatesIn(canvas)).isEqualTo(aggregatesOf(service));
    assertThat(source.tables()).isNotEmpty().isEqualTo(canvas.code("Tables"));
    assertThat(source.mappings().keySet()).isNotEmpty().isEqualTo(mappingsIn(canvas));
    assertActionsAreTheSources(canvas, source);
  }

  @Test
  void the_platforms_page_names_the_tables_and_doors_that_every_service_carries() {
    var page = Page.of(Repository.text("docs/canvas/platform.md"));
    var source = ServiceSource.ofPlatform();
    var tables = new TreeSet<>(page.code("Tables"));
    assertThat(source.tables()).isNotEmpty().isEqualTo(tables);
    assertThat(source.mappings().keySet()).isNotEmpty().isEqualTo(mappingsIn(page));
  }

  @Test
  void every_service_that_subscribes_or_publishes_has_a_canvas() {
    var named = new TreeSet<>(subscriptions().keySet());
    ServiceSource.aggregates().forEach(a -> named.add(a.substring(0, a.indexOf('.'))));
    assertThat(named)
        .isNotEmpty()
        .allSatisfy(s -> assertThat(Repository.has("docs/canvas/" + s + ".md")).isTrue());
  }

  private static void assertActionsAreTheSources(Page canvas, ServiceSource source) {
    var commands = COMMAND.matcher(canvas.section("Commands")).results().toList();
    assertThat(commands).isNotEmpty();
    for (var command : commands) {
      var actions = words(command.group(2));
      assertThat(actions).as(command.group(1)).isNotEmpty();
      assertThat(actions)
          .as(command.group(1))
          .allSatisfy(action -> assertThat(source.says(action)).as(action).isTrue());
    }
  }

  private static Set<String> mappingsIn(Page page) {
    return MAPPING
        .matcher(page.section("Commands") + page.section("Questions"))
        .results()
        .map((MatchResult m) -> m.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> eventsIn(Page canvas) {
    return canvas.code("Events published").stream()
        .filter(w -> !w.contains("."))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> aggregatesIn(Page canvas) {
    return canvas.code("Events published").stream()
        .filter(w -> w.contains("."))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> aggregatesOf(String service) {
    return ServiceSource.aggregates().stream()
        .filter(a -> a.startsWith(service + "."))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> words(String text) {
    return WORD.matcher(text)
        .results()
        .map(m -> m.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> subscriptionsOf(String service) {
    return subscriptions().getOrDefault(service, Set.of());
  }

  private static Map<String, Set<String>> subscriptions() {
    var tree = JsonMapper.shared().readTree(ServiceSource.subscriptions());
    return tree.propertyStream()
        .collect(
            Collectors.toMap(
                e -> e.getKey(),
                e ->
                    e.getValue()
                        .valueStream()
                        .map(v -> v.stringValue())
                        .collect(Collectors.toCollection(TreeSet::new))));
  }
}
