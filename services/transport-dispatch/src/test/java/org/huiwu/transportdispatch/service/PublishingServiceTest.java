package org.huiwu.transportdispatch.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;

/// What others read of this service on Kafka.
class PublishingServiceTest extends OnRealServers {

  PublishingServiceTest(@Autowired JdbcTemplate jdbc) {
    super(jdbc);
  }

  @Test
  void a_change_arrives_on_kafka_with_its_states_manifests_and_those_who_must_answer() {
    plan(bus("X1A", "R1"));

    var replaced = desk.send(HttpMethod.PUT, "/trips/X1A/vehicle", 1L, "{\"plate\": \"桂A53493\"}");

    var changeset = published().change(replaced);
    assertThat(changeset.service()).isEqualTo("transport-dispatch");
    assertThat(changeset.conference()).isEqualTo(conference);
    assertThat(changeset.subscribers()).contains("excursion");
    assertThat(changeset.states()).extracting(s -> s.event()).containsExactly("vehicle-replaced");
    assertThat(changeset.manifests()).extracting(m -> m.manifest()).containsExactly("trip:X1A");
    assertThat(changeset.origin()).isNotNull();
  }
}
