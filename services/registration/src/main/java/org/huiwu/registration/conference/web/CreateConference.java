package org.huiwu.registration.conference.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.huiwu.registration.conference.Conference;
import org.jspecify.annotations.Nullable;

/// A new conference; times are local to `timezone`.
record CreateConference(
    @NotBlank @Size(max = 60) String code,
    @NotBlank @Size(max = 200) String name,
    @NotBlank @Size(max = 60) String timezone,
    @NotNull LocalDateTime starts,
    @NotNull LocalDateTime ends,
    @Nullable LocalDateTime registrationDeadline,
    @Nullable Boolean rehearsal) {

  Conference conference(UUID id) {
    return new Conference(
        id,
        1,
        code,
        name,
        zone(timezone),
        starts,
        ends,
        registrationDeadline,
        Boolean.TRUE.equals(rehearsal));
  }

  static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new Refused("timezone-unknown", name);
    }
  }
}
