package org.huiwu.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebuildOrderTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "HUIWU_DATABASE_URL",
          "jdbc:postgresql://db:5432/huiwu_catering?sslmode=verify-full",
          "HUIWU_DATABASE_USER",
          "catering",
          "HUIWU_DATABASE_PASSWORD",
          "word");

  @TempDir Path data;

  private static RebuildOrder order(String... args) {
    return RebuildOrder.parse(args, ENVIRONMENT);
  }

  @Test
  void without_a_folder_the_services_own_environment_counts() {
    var order = order("catering", "--batch", "1", "--swap");
    assertThat(order.service()).isEqualTo(Service.CATERING);
    assertThat(order.live().user()).isEqualTo("catering");
    assertThat(order.live().sibling("other").url())
        .isEqualTo("jdbc:postgresql://db:5432/other?sslmode=verify-full");
    assertThat(order.batch()).isEqualTo(1);
    assertThat(order.swap()).isTrue();
  }

  @Test
  void five_hundred_a_transaction_and_no_swap_where_nothing_is_said() {
    assertThat(order("venue").batch()).isEqualTo(500);
    assertThat(order("venue").swap()).isFalse();
  }

  @Test
  void what_cannot_be_understood_is_refused_in_one_line() {
    for (var batch : new String[] {"0", "501", "many"}) {
      assertThatThrownBy(() -> order("catering", "--batch", batch)).hasMessageContaining("Usage");
    }
    assertThatThrownBy(() -> order()).hasMessageContaining("transport-dispatch");
    assertThatThrownBy(() -> order("kitchen")).isInstanceOf(StartException.class);
  }

  @Test
  void notification_is_not_rebuilt_and_it_is_said_what_to_do_instead() {
    assertThatThrownBy(() -> order("notification")).hasMessageContaining("recover");
  }

  @Test
  void where_no_platform_runs_there_is_nothing_to_rebuild_beside() {
    assertThatThrownBy(() -> order("catering", "--data", data.toString()))
        .hasMessageContaining("No platform runs");
  }

  @Test
  void a_password_is_not_said() {
    assertThat(order("catering").live()).hasToString("huiwu_catering");
  }

  @Test
  void every_service_that_can_be_rebuilt_names_the_tables_in_which_it_keeps_what_others_said() {
    for (var service : Service.values()) {
      assertThat(LearntTables.of(service).isEmpty())
          .as(service.serviceName())
          .isEqualTo(service == Service.NOTIFICATION);
    }
  }
}
