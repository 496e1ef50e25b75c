package org.huiwu.drills;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// Codes, parameters and bytes that nothing is named by and nothing may be made of.
final class WrongInput {
  private static final int LONG_CODE = 3_000;
  private static final String NONE = "none-such";

  private WrongInput() {}

  static List<String> codes(Random random) {
    return List.of(
        NONE,
        new UUID(random.nextLong(), random.nextLong()).toString(),
        "%2e%2e",
        "..",
        "%2e%2e%2f%2e%2e%2fsecrets",
        "%00",
        "a%00b",
        "%ff%fe",
        "%E4%BC%9A%E5%8A%A1",
        "%F0%9F%9A%8C%0A",
        "a;b=c",
        "a%3Bb",
        "a%2Fb",
        "a%5Cb",
        "%25",
        "'%20or%20''='",
        "-1",
        "9".repeat(30),
        "x".repeat(LONG_CODE));
  }

  /// What says neither Chinese nor English, or nothing that can be read.
  static List<String> languages() {
    return List.of(";;;", "xx-YY;q=9", "*", "fr", "zh;q=a", "en;q=a", "en;q=0", "e".repeat(500));
  }

  static List<String> parameters(JsonNode schema) {
    List<String> all = new ArrayList<>(List.of("a%00b"));
    var type = schema.path("type").isArray() ? schema.path("type").path(0) : schema.path("type");
    switch (type.asString("")) {
      case "integer" -> {
        all.addAll(List.of("x", "1.5", "9".repeat(30), "%E4%B8%80"));
        if (schema.has("minimum")) {
          all.add(Long.toString(schema.path("minimum").asLong() - 1));
        }
        if (schema.has("maximum")) {
          all.add(Long.toString(schema.path("maximum").asLong() + 1));
        }
      }
      case "boolean" -> all.add("perhaps");
      default -> {
        if (schema.path("format").asString("").equals("uuid")
            || schema.has("enum")
            || !NONE.matches(schema.path("pattern").asString(".*"))) {
          all.add(NONE);
        }
        if (schema.has("maxLength")) {
          all.add("x".repeat(schema.path("maxLength").asInt() + 1));
        }
      }
    }
    return all;
  }

  static byte[] withoutUtf8(JsonNode body) {
    var bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    var quote = new String(bytes, StandardCharsets.UTF_8).indexOf('"');
    if (quote < 0) {
      return new byte[] {'{', '"', (byte) 0xff, (byte) 0xc0, '"', ':', '1', '}'};
    }
    bytes[Math.min(quote + 1, bytes.length - 1)] = (byte) 0xff;
    return bytes;
  }
}
