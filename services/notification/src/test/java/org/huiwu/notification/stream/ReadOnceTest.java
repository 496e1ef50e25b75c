package org.huiwu.notification.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadOnceTest {
  private static final UUID CONFERENCE = new UUID(0, 1);
  private static final StreamEvent EVENT = new StreamEvent(7, "change-settled", "{}");

  private final ReadOnce<String> read = new ReadOnce<>();
  private final AtomicInteger times = new AtomicInteger();

  @Test
  void however_many_ask_at_once_it_is_worked_out_once() throws Exception {
    var all = 50;
    var asking = new CountDownLatch(all);
    Callable<String> page =
        () -> {
          asking.countDown();
          asking.await();
          return read.of(CONFERENCE, EVENT, () -> "read " + times.incrementAndGet());
        };
    try (var pages = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var told : pages.invokeAll(IntStream.range(0, all).mapToObj(_ -> page).toList())) {
        assertThat(told.get()).isEqualTo("read 1");
      }
    }
    assertThat(read.of(new UUID(0, 2), EVENT, () -> "another")).isEqualTo("another");
  }

  @Test
  void what_failed_is_worked_out_again() {
    assertThatThrownBy(() ->
            read.of(
                CONFERENCE,
                EVENT,
                () -> {
                  throw new IllegalStateException("no database");
                }))
        .hasMessage("no database");
    assertThat(read.of(CONFERENCE, EVENT, () -> "read")).isEqualTo("read");
  }
}
