package org.huiwu.notification.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.huiwu.notification.Owner;
import org.huiwu.notification.RippleConversation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamServiceTest extends RippleConversation {
  private Owner meal = new Owner("");
  private int said;

  @BeforeEach
  void a_meal() {
    meal = new Owner("meal:L1");
    said = 0;
  }

  private Reader follow(String query, String lastEventId) {
    return new Reader("http://127.0.0.1:" + port + path() + query, lastEventId);
  }

  private String path() {
    return "/conferences/" + conference + "/stream";
  }

  /// One settled change: `change-opened`, then `change-settled`.
  private void changes(int times) {
    for (int i = 0; i < times; i++) {
      said++;
      var story = story();
      say(
          List.of(
              story.begins(
                  "catering", List.of(), meal.line("normal", "count", Integer.toString(said)))));
      settled(story.root());
    }
  }

  @Test
  void a_reader_gets_what_comes_with_numbers_that_rise_by_one() {
    changes(1);
    try (var reader = follow("", "")) {
      reader.awaitWelcome();
      changes(2);
      await().until(() -> reader.events().size() == 4);
      assertThat(reader.ids()).containsExactly(3L, 4L, 5L, 6L);
      assertThat(reader.events())
          .extracting(Reader.Event::name)
          .containsExactly("change-opened", "change-settled", "change-opened", "change-settled");
      assertThat(reader.events().get(1).data())
          .contains("\"manifest\":\"meal:L1\"", "\"version\":2", "\"before\":{\"count\":\"1\"}");
    }
  }

  @Test
  void whoever_comes_back_with_the_last_number_misses_nothing_and_gets_nothing_twice() {
    List<Long> ids = new ArrayList<>();
    try (var reader = follow("?since=0", "")) {
      reader.awaitWelcome();
      changes(2);
      await().until(() -> reader.events().size() == 4);
      ids.addAll(reader.ids());
    }
    changes(3);
    try (var reader = follow("?since=0", Long.toString(ids.getLast()))) {
      reader.awaitWelcome();
      changes(2);
      await().until(() -> reader.events().size() == 10);
      ids.addAll(reader.ids());
    }
    assertThat(ids).containsExactlyElementsOf(LongStream.rangeClosed(1, 14).boxed().toList());
  }

  @Test
  void who_knows_a_later_number_than_there_is_goes_on_from_the_last() {
    changes(1);
    try (var reader = follow("", "900")) {
      reader.awaitWelcome();
      changes(1);
      await().until(() -> reader.events().size() == 2);
      assertThat(reader.ids()).containsExactly(3L, 4L);
    }
  }

  @Test
  void since_nothing_tells_all_and_of_this_conference_only() {
    changes(2);
    var here = conference;
    a_conference_of_its_own(port);
    say(story().begins("venue", List.of()));
    untilRead();
    conference = here;
    try (var reader = follow("?since=0", "")) {
      await().until(() -> reader.events().size() == 4);
      assertThat(reader.ids()).containsExactly(1L, 2L, 3L, 4L);
      await().until(() -> reader.comments().contains("alive"));
      assertThat(reader.ids()).hasSize(4);
    }
  }

  @Test
  void many_events_come_page_after_page() {
    jdbc.update(
        """
        insert into stream_event (conference, n, type, data)
        select ?, n, 'change-opened', '{}' from generate_series(1, 1200) n\
        """,
        conference);
    try (var reader = follow("?since=100", "")) {
      await().until(() -> reader.events().size() == 1100);
      assertThat(reader.ids())
          .containsExactlyElementsOf(LongStream.rangeClosed(101, 1200).boxed().toList());
    }
  }

  @Test
  void a_quiet_stream_says_that_it_is_alive() {
    try (var reader = follow("", "")) {
      await().until(() -> reader.comments().contains("alive"));
      assertThat(reader.comments().getFirst()).isEqualTo("following");
      assertThat(reader.events()).isEmpty();
    }
  }
}
