package org.huiwu.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private SmallService service;
  private LocalDate longAgo = LocalDate.EPOCH;

  @BeforeEach
  void a_service_with_a_row_of_long_ago() {
    service = SmallService.create();
    longAgo =
        Objects.requireNonNull(
            service.jdbc.queryForObject(
                "select (now() at time zone 'UTC')::date - 9", LocalDate.class));
    service.jdbc.execute(
        "create table %s partition of outbox for values from ('%s') to ('%s')"
            .formatted(partition(), longAgo, longAgo.plusDays(1)));
    service.jdbc.update(
        "insert into outbox (day, id, conference, channel, payload) values (?, ?, ?, 'changes', '{}')",
        longAgo,
        UUID.randomUUID(),
        UUID.randomUUID());
  }

  @AfterEach
  void gone() {
    service.close();
  }

  private String partition() {
    return "outbox_" + longAgo.toString().replace('-', '_');
  }

  private List<String> partitions() {
    return service.jdbc.queryForList(
        "select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'outbox'::regclass",
        String.class);
  }

  @Test
  void a_partition_that_is_over_goes_once_all_of_it_was_sent() {
    service.jdbc.update("update relay_cursor set snapshot = pg_current_snapshot()");
    service.outbox.rollPartitions();
    assertThat(partitions()).hasSizeGreaterThanOrEqualTo(4).doesNotContain(partition());
  }

  @Test
  void a_partition_with_rows_that_were_never_sent_is_kept_however_old() {
    service.outbox.rollPartitions();
    assertThat(partitions()).contains(partition());
  }
}
