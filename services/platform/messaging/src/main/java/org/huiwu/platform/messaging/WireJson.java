package org.huiwu.platform.messaging;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDateTime;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/// How records are written on the wire: a reader ignores fields that it does not know (a producer
/// may add some), local times are `yyyy-MM-dd'T'HH:mm`, instants ISO 8601 in UTC.
public final class WireJson {
  public static final String LOCAL_TIME = "yyyy-MM-dd'T'HH:mm";

  private static final JsonMapper MAPPER =
      conventions(JsonMapper.builder())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private WireJson() {}

  public static JsonMapper mapper() {
    return MAPPER;
  }

  /// The conventions that HTTP bodies share with the wire.
  public static JsonMapper.Builder conventions(JsonMapper.Builder builder) {
    return builder
        .withConfigOverride(
            LocalDateTime.class, o -> o.setFormat(JsonFormat.Value.forPattern(LOCAL_TIME)))
        .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.ALWAYS))
        .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS);
  }
}
