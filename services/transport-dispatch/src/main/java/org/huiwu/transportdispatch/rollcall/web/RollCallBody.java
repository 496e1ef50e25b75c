package org.huiwu.transportdispatch.rollcall.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import org.huiwu.transportdispatch.rollcall.TakeRollCall;
import org.jspecify.annotations.Nullable;

/// @param happenedAt local to the conference
/// @param aboard person ids; a list that is left out is empty
record RollCallBody(
    @NotNull LocalDateTime happenedAt,
    @Nullable List<@NotBlank @Size(max = 40) String> aboard,
    @Nullable List<@NotBlank @Size(max = 40) String> absent,
    @Nullable List<@NotBlank @Size(max = 40) String> unexpected) {

  TakeRollCall command(String trip) {
    return new TakeRollCall(
        trip, happenedAt, persons(aboard), persons(absent), persons(unexpected));
  }

  private static List<String> persons(@Nullable List<String> said) {
    return said == null ? List.of() : said.stream().distinct().toList();
  }
}
