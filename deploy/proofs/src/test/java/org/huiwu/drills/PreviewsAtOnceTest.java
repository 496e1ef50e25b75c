package org.huiwu.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.huiwu.drills.PreviewedConference.Desk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Previews beside each other and beside those who write.
@ExtendWith(PlatformOfTheProcess.class)
@Tag("proof")
class PreviewsAtOnceTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int ASKED = 15;

  /// Generous: the machine has two cores, and does both at a time.
  private static final int TIMES_SLOWER = 20;

  private static final Duration AND_A_FEW = Duration.ofSeconds(5);

  private record Question(String method, Desk desk, String suffix, Map<String, Object> body) {}

  @TempDir static Path scratch;
  private static ThrowawayPlatform platform;
  private static PreviewedConference conference;

  @BeforeAll
  static void start(ThrowawayPlatform running) {
    platform = running;
    conference = new PreviewedConference(running, scratch.resolve("package"), 13, "at-once");
  }

  @AfterAll
  static void stop() {
    conference.close();
  }

  @Test
  void previews_that_begin_in_different_services_at_the_same_time_all_answer() throws Exception {
    var people = conference.people();
    List<List<Question>> desks = List.of(itineraries(people), routes(people), diets(people));
    var rows = new EveryRow(platform, conference.id);
    var before = rows.content();
    Map<Question, String> answered = new LinkedHashMap<>();
    List<Callable<List<HttpResponse<String>>>> asking = new ArrayList<>();
    desks.forEach(
        questions -> asking.add(() -> questions.stream().map(q -> sent(q, true)).toList()));
    try (var working = Executors.newFixedThreadPool(desks.size())) {
      var answers = working.invokeAll(asking);
      for (int d = 0; d < desks.size(); d++) {
        for (int i = 0; i < ASKED; i++) {
          var answer = answers.get(d).get().get(i);
          assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
          answered.put(desks.get(d).get(i), answer.body());
        }
      }
    }
    assertThat(rows.content()).isEqualTo(before);
    answered.forEach((question, answer) ->
        assertThat(JSON.readTree(sent(question, true).body()))
            .as("at rest, " + question)
            .isEqualTo(JSON.readTree(answer)));
  }

  @Test
  void previews_answer_while_a_desk_writes_and_the_desk_is_not_kept_from_writing()
      throws Exception {
    var people = conference.people();
    var alone = written(diets(people));
    var writing = new AtomicBoolean(true);
    try (var working = Executors.newFixedThreadPool(1)) {
      var previews = working.submit(() -> statuses(routes(people), writing::get));
      var beside = written(diets(people).reversed());
      writing.set(false);
      assertThat(previews.get()).isNotEmpty().containsOnly(200);
      assertThat(beside).isLessThan(alone.multipliedBy(TIMES_SLOWER).plus(AND_A_FEW));
    }
  }

  /// @return how long it took to write all of them
  private static Duration written(List<Question> questions) {
    var from = System.nanoTime();
    for (var question : questions) {
      var answer = sent(question, false);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
    return Duration.ofNanos(System.nanoTime() - from);
  }

  /// @param more goes on while it is true, when all were asked
  private static List<Integer> statuses(List<Question> questions, BooleanSupplier more) {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < questions.size() || more.getAsBoolean(); i++) {
      statuses.add(sent(questions.get(i % questions.size()), true).statusCode());
    }
    return statuses;
  }

  private static HttpResponse<String> sent(Question q, boolean preview) {
    return conference.send(
        q.method(), q.desk(), q.suffix(), conference.etag(q.desk()), q.body(), preview);
  }

  private static List<Question> itineraries(List<String> people) {
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < ASKED; i++) {
      var path = "/participants/" + people.get(i % people.size()) + "/itinerary";
      questions.add(
          new Question(
              "PATCH",
              new Desk("registration", "registration", path),
              "",
              Map.of("arrival", Map.of("time", "2026-06-08T1%d:05".formatted(i % 10)))));
    }
    return questions;
  }

  private static List<Question> routes(List<String> people) {
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < ASKED; i++) {
      var path = "/memberships/" + people.get(i % people.size());
      questions.add(
          new Question(
              "PUT", new Desk("excursion", "excursion", path), "/route", Map.of("route", "")));
    }
    return questions;
  }

  private static List<Question> diets(List<String> people) {
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < ASKED; i++) {
      var path = "/diets/" + people.get(i % people.size());
      questions.add(
          new Question(
              "PUT",
              new Desk("catering", "catering", path),
              "",
              Map.of("diet", i % 2 == 0 ? "halal" : "vegetarian")));
    }
    return questions;
  }
}
