package org.huiwu.platform.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContentHashTest {
  private static final Map<String, String> ADA = Map.of("name", "Ada", "room", "101");
  private static final Map<String, String> BOB = Map.of("name", "Bob", "room", "102");

  @Test
  void the_order_of_lines_and_fields_does_not_matter() {
    var one = ContentHash.plus(ContentHash.plus(ContentHash.EMPTY, "a", ADA), "b", BOB);
    Map<String, String> turned = new LinkedHashMap<>();
    turned.put("room", "101");
    turned.put("name", "Ada");
    var other = ContentHash.plus(ContentHash.plus(ContentHash.EMPTY, "b", BOB), "a", turned);
    assertThat(other).isEqualTo(one).hasSize(64).isNotEqualTo(ContentHash.EMPTY);
  }

  @Test
  void minus_undoes_plus_also_around_zero() {
    var one = ContentHash.plus(ContentHash.EMPTY, "a", ADA);
    assertThat(ContentHash.minus(ContentHash.plus(one, "b", BOB), "b", BOB)).isEqualTo(one);
    assertThat(ContentHash.minus(one, "a", ADA)).isEqualTo(ContentHash.EMPTY);
    var below = ContentHash.minus(ContentHash.EMPTY, "b", BOB);
    assertThat(below).hasSize(64);
    assertThat(ContentHash.plus(below, "b", BOB)).isEqualTo(ContentHash.EMPTY);
  }

  @Test
  void another_key_field_or_value_is_another_content() {
    assertThat(
            new String[] {
              ContentHash.plus(ContentHash.EMPTY, "a", ADA),
              ContentHash.plus(ContentHash.EMPTY, "b", ADA),
              ContentHash.plus(ContentHash.EMPTY, "a", BOB),
              ContentHash.plus(ContentHash.EMPTY, "a", Map.of("name", "Ada")),
              ContentHash.plus(ContentHash.EMPTY, "a", Map.of("name", "Ada", "rooms", "101")),
              ContentHash.plus(ContentHash.EMPTY, "", ADA)
            })
        .doesNotHaveDuplicates();
  }
}
