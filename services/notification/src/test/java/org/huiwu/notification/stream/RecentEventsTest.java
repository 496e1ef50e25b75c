package org.huiwu.notification.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecentEventsTest {
  private static final int PAGE = 20;
  private static final long SAFETY = 60_000;

  private final List<StreamEvent> stored = new ArrayList<>();
  private int looks;

  @BeforeEach
  void an_empty_conference() {
    stored.clear();
    looks = 0;
  }

  private List<StreamEvent> database(long n) {
    looks++;
    return stored.stream().filter(e -> e.n() > n).limit(PAGE).toList();
  }

  private void happens(int times, String data) {
    for (int i = 0; i < times; i++) {
      stored.add(new StreamEvent(stored.size() + 1, "change-opened", data));
    }
  }

  private RecentEvents since(long begin) {
    return new RecentEvents(this::database, PAGE, begin, SAFETY);
  }

  private static List<Long> numbers(List<StreamEvent> events) {
    return events.stream().map(StreamEvent::n).toList();
  }

  @Test
  void a_thousand_readers_whom_one_commit_wakes_cost_one_look() {
    var recent = since(0);
    happens(2, "{}");
    for (int reader = 0; reader < 1_000; reader++) {
      assertThat(numbers(recent.since(0, 1))).containsExactly(1L, 2L);
      assertThat(recent.since(2, 1)).isEmpty();
    }
    assertThat(looks).isEqualTo(1);
    happens(1, "{}");
    for (int reader = 0; reader < 1_000; reader++) {
      assertThat(numbers(recent.since(2, 2))).containsExactly(3L);
    }
    assertThat(looks).isEqualTo(2);
  }

  @Test
  void without_a_ring_it_looks_when_its_time_has_come() {
    var impatient = new RecentEvents(this::database, PAGE, 0, 0);
    assertThat(impatient.since(0, 1)).isEmpty();
    happens(1, "{}");
    assertThat(numbers(impatient.since(0, 1))).containsExactly(1L);
    var patient = since(0);
    assertThat(numbers(patient.since(0, 1))).containsExactly(1L);
    happens(1, "{}");
    assertThat(patient.since(1, 1)).isEmpty();
  }

  @Test
  void who_is_far_ahead_of_what_was_looked_for_waits_for_nobody() {
    happens(5_000, "{}");
    var recent = since(0);
    assertThat(numbers(recent.since(0, 1))).startsWith(1L).hasSize(PAGE);
    assertThat(recent.since(5_000, 1)).isEmpty();
    happens(1, "{}");
    assertThat(numbers(recent.since(5_000, 2))).containsExactly(5_001L);
    assertThat(numbers(recent.since(PAGE, 2))).startsWith(PAGE + 1L).hasSize(PAGE);
  }

  @Test
  void large_events_are_not_kept_and_yet_not_lost() {
    var recent = since(0);
    for (int ring = 1; ring <= 10; ring++) {
      happens(3, "x".repeat(100_000));
      assertThat(numbers(recent.since(3L * (ring - 1), ring))).hasSizeBetween(1, 3);
    }
    assertThat(numbers(recent.since(0, 10))).startsWith(1L).hasSize(PAGE);
  }

  @Test
  void whoever_reads_at_any_pace_gets_everything_once_and_in_order() {
    for (int seed = 0; seed < 50; seed++) {
      an_empty_conference();
      var chance = new Random(seed);
      var recent = since(0);
      var readers = new long[10];
      List<List<Long>> heard = new ArrayList<>();
      for (int reader = 0; reader < readers.length; reader++) {
        heard.add(new ArrayList<>());
      }
      var rings = 0L;
      for (int step = 0; step < 400; step++) {
        if (chance.nextInt(4) == 0) {
          happens(chance.nextInt(60), chance.nextInt(10) == 0 ? "x".repeat(40_000) : "{}");
          rings++;
        }
        // the last one hardly ever reads
        var reader = Math.min(chance.nextInt(40), readers.length - 1);
        read(recent, readers, heard, reader % readers.length, rings);
      }
      for (int reader = 0; reader < readers.length; reader++) {
        while (readers[reader] < stored.size()) {
          read(recent, readers, heard, reader, rings);
        }
        assertThat(heard.get(reader))
            .containsExactlyElementsOf(LongStream.rangeClosed(1, stored.size()).boxed().toList());
      }
    }
  }

  private static void read(
      RecentEvents recent, long[] readers, List<List<Long>> heard, int reader, long rings) {
    var events = recent.since(readers[reader], rings);
    heard.get(reader).addAll(numbers(events));
    if (!events.isEmpty()) {
      readers[reader] = events.getLast().n();
    }
  }
}
