package org.huiwu.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class ChangeLogTest {
  private SmallService service;
  private final UUID conference = UUID.randomUUID();

  @BeforeAll
  void a_service() {
    service = SmallService.create();
  }

  @AfterAll
  void gone() {
    service.close();
  }

  private static String lay(ChangeScope scope, String plate) {
    scope.changed("kitchen.plate", plate, 1, "plate-laid", new SmallService.Plate(plate));
    return plate;
  }

  @Test
  void a_change_is_one_changeset_with_its_origin_and_its_pinned_subscribers() {
    var mine = UUID.randomUUID();
    var committed =
        service.changes.change(
            mine,
            Said.CLERK,
            scope -> {
              lay(scope, "a");
              lay(scope, "b");
              return lay(scope, "a");
            });
    assertThat(service.written(mine))
        .singleElement()
        .satisfies(c -> {
          assertThat(c.id()).isEqualTo(committed.change().orElseThrow());
          assertThat(c.root()).isEqualTo(c.id());
          assertThat(c.cause()).isNull();
          assertThat(c.origin()).isEqualTo(Said.CLERK);
          assertThat(c.subscribers()).containsExactly("host");
          // several changes of one aggregate are one state, the last
          assertThat(c.states()).extracting(Changeset.AggregateState::id).containsExactly("b", "a");
        });
  }

  @Test
  void a_command_that_changes_nothing_publishes_nothing() {
    var mine = UUID.randomUUID();
    var committed = service.changes.change(mine, Said.CLERK, _ -> "as it was");
    assertThat(committed.result()).isEqualTo("as it was");
    assertThat(committed.change()).isEmpty();
    assertThat(service.written(mine)).isEmpty();
  }

  @Test
  void what_work_throws_leaves_no_trace() {
    var mine = UUID.randomUUID();
    assertThatThrownBy(() ->
            service.changes.change(
                mine,
                Said.CLERK,
                scope -> {
                  service.jdbc.update("insert into fact values (?, 'x', 'x', 'x', 1)", mine);
                  lay(scope, "a");
                  throw new IllegalArgumentException("refused");
                }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() ->
            service.changes.change(
                mine,
                Said.CLERK,
                scope -> lay(scope, "a"),
                (_, _) -> {
                  throw new IllegalArgumentException("refused at the last moment");
                }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(service.written(mine)).isEmpty();
    assertThat(service.facts(mine)).isEmpty();
  }

  @Test
  void every_part_but_the_last_announces_the_next_and_a_part_run_again_bears_the_same_id() {
    var mine = UUID.randomUUID();
    var root = UUID.randomUUID();
    service.changes.part(mine, Said.CLERK, root, 1, false, scope -> lay(scope, "a"));
    service.changes.part(mine, Said.CLERK, root, 2, false, _ -> "nothing in this one");
    var last = service.changes.part(mine, Said.CLERK, root, 3, true, scope -> lay(scope, "c"));
    service.changes.part(mine, Said.CLERK, root, 3, true, scope -> lay(scope, "c"));

    var parts = service.written(mine);
    assertThat(last.change()).contains(root);
    assertThat(parts).extracting(Changeset::root).containsOnly(root);
    assertThat(parts.get(0).id()).isEqualTo(root);
    assertThat(parts.get(0).cause()).isNull();
    assertThat(parts.get(0).origin()).isEqualTo(Said.CLERK);
    assertThat(parts.get(0).part()).isEqualTo(new Changeset.Part(1, parts.get(1).id()));
    assertThat(parts.get(1).part()).isEqualTo(new Changeset.Part(2, parts.get(2).id()));
    assertThat(parts.get(1).cause()).isEqualTo(root);
    assertThat(parts.get(1).origin()).isNull();
    assertThat(parts.get(2).part()).isEqualTo(new Changeset.Part(3, null));
    assertThat(parts.get(3).id()).isEqualTo(parts.get(2).id());
    assertThat(parts.subList(0, 3)).extracting(Changeset::id).doesNotHaveDuplicates();
  }

  @Test
  void two_conferences_do_not_wait_for_each_other_but_one_has_one_writer() throws Exception {
    var holds = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(3)) {
      var holder =
          threads.submit(() ->
              service.changes.locked(
                  conference,
                  () -> {
                    holds.countDown();
                    return awaitLatch(release);
                  }));
      holds.await();
      var other = UUID.randomUUID();
      var same =
          threads.submit(
              () -> service.changes.change(conference, Said.CLERK, scope -> lay(scope, "same")));
      var free =
          threads.submit(
              () -> service.changes.change(other, Said.CLERK, scope -> lay(scope, "other")));
      assertThat(free.get(10, TimeUnit.SECONDS).change()).isPresent();
      assertThatThrownBy(() -> same.get(200, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      assertThat(service.written(conference)).isEmpty();
      release.countDown();
      assertThat(holder.get()).isTrue();
      assertThat(same.get(10, TimeUnit.SECONDS).change()).isPresent();
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean awaitLatch(CountDownLatch latch) {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
