package org.huiwu.platform.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
  void it_is_the_sum_of_the_lines_sha256_modulo_2_to_the_256() throws NoSuchAlgorithmException {
    var sum = new ContentHash.Sum(ContentHash.EMPTY);
    var expected = BigInteger.ZERO;
    for (int n = 0; n < 200; n++) {
      sum.plus("line " + n, Map.of("f", "v" + n));
      sum.minus("other " + n, Map.of("f", "v"));
      expected =
          expected
              .add(sha256("line " + n + "\u0001f\u0002v" + n))
              .subtract(sha256("other " + n + "\u0001f\u0002v"));
    }
    assertThat(new BigInteger(sum.hash(), 16))
        .isEqualTo(expected.mod(BigInteger.ONE.shiftLeft(256)));
  }

  private static BigInteger sha256(String text) throws NoSuchAlgorithmException {
    return new BigInteger(
        1, MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// The console computes the same of what it prints: `test/paper.test.ts` has the same digits.
  @Test
  void a_papers_digits_are_these() {
    var sum = new ContentHash.Sum(ContentHash.EMPTY);
    sum.plus("p-1", Map.of("name", "𠮷田", "room", "301"));
    sum.plus("p-2", Map.of("name", "李雪梅", "diet", "halal"));
    sum.plus("", Map.of("hotel", "H1"));
    assertThat(sum.hash())
        .isEqualTo("f3de3ab782498f69b9dc044da3939390c7d71866b16a064cd2910dfab3bac63a");
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
