package org.huiwu.platform.web.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huiwu.platform.web.preview.PreviewPlaces.Place;
import org.junit.jupiter.api.Test;

class PreviewPlacesTest {
  private static final Duration AT_ONCE = Duration.ofMillis(20);
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID ANOTHER = new UUID(0, 2);

  private final PreviewPlaces places = new PreviewPlaces();

  @Test
  void at_most_three_of_the_pools_connections_are_taken_by_previews() {
    List<Place> taken = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      places.begunHere(new UUID(0, i), AT_ONCE).ifPresent(taken::add);
      places.begunElsewhere().ifPresent(taken::add);
    }
    assertThat(taken).hasSize(3);
    taken.forEach(Place::close);
    assertThat(places.begunElsewhere()).isPresent();
  }

  @Test
  void a_conference_takes_one_place_and_leaves_the_other_to_others() {
    var first = places.begunHere(ONE, AT_ONCE).orElseThrow();
    assertThat(places.begunHere(ONE, AT_ONCE)).isEmpty();
    assertThat(places.begunHere(ANOTHER, AT_ONCE)).isPresent();
    first.close();
    assertThat(places.begunHere(ONE, AT_ONCE)).isPresent();
  }

  @Test
  void others_find_a_place_while_two_previews_have_begun_here() {
    assertThat(places.begunHere(ONE, AT_ONCE)).isPresent();
    assertThat(places.begunHere(ANOTHER, AT_ONCE)).isPresent();
    assertThat(places.begunHere(new UUID(0, 3), AT_ONCE)).isEmpty();
    assertThat(places.begunElsewhere()).isPresent();
    assertThat(places.begunElsewhere()).isEmpty();
  }
}
