package org.huiwu.platform.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.huiwu.platform.testsupport.ContainerServers.Images;
import org.junit.jupiter.api.Test;

/// Where containers cannot be used, whatever the machine has, there is a reason for the log.
class ContainerServersTest {

  @Test
  void without_named_images_no_engine_is_even_looked_for() {
    assertThat(ContainerServers.obstacle(Optional.empty()))
        .hasValueSatisfying(why -> assertThat(why).contains("huiwu.test.postgres-image"));
  }

  @Test
  void an_image_that_is_not_on_this_machine_is_not_pulled() {
    Images absent = new Images("huiwu.invalid/postgres:0", "huiwu.invalid/kafka:0");
    assertThat(ContainerServers.obstacle(Optional.of(absent)))
        .hasValueSatisfying(
            why -> assertThat(why).containsAnyOf("no Docker engine", "not on this machine"));
  }
}
