package org.huiwu.registration.conference.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.huiwu.registration.conference.Conference;
import org.jspecify.annotations.Nullable;

/// A correction of a conference: what is left out stays; a deadline of null is none. Whether it is
/// a rehearsal was said for good when it was made: letters are on their way by then, to people or
/// to the sink. A bean with setters, because only a setter tells "null" from "left out".
final class CorrectConference {
  private @Nullable @Size(max = 60) @Pattern(regexp = ".*\\S.*") String code;
  private @Nullable @Size(max = 200) @Pattern(regexp = ".*\\S.*") String name;
  private @Nullable @Size(max = 60) String timezone;
  private @Nullable LocalDateTime starts;
  private @Nullable LocalDateTime ends;
  private @Nullable LocalDateTime registrationDeadline;
  private boolean deadlineGiven;
  private @Nullable Boolean rehearsal;

  @Schema(maxLength = 60)
  public void setCode(String code) {
    this.code = code;
  }

  @Schema(maxLength = 200)
  public void setName(String name) {
    this.name = name;
  }

  @Schema(maxLength = 60)
  public void setTimezone(String timezone) {
    this.timezone = timezone;
  }

  public void setStarts(LocalDateTime starts) {
    this.starts = starts;
  }

  public void setEnds(LocalDateTime ends) {
    this.ends = ends;
  }

  public void setRegistrationDeadline(@Nullable LocalDateTime registrationDeadline) {
    this.registrationDeadline = registrationDeadline;
    this.deadlineGiven = true;
  }

  public void setRehearsal(Boolean rehearsal) {
    this.rehearsal = rehearsal;
  }

  /// @throws Conflict when it would make a rehearsal of what is none, or the other way round
  Conference applied(Conference to) {
    if (to.rehearsal() && Boolean.FALSE.equals(rehearsal)) {
      throw new Conflict("rehearsal-stays");
    }
    if (!to.rehearsal() && Boolean.TRUE.equals(rehearsal)) {
      throw new Conflict("rehearsal-apart");
    }
    return new Conference(
        to.id(),
        to.version() + 1,
        code == null ? to.code() : code,
        name == null ? to.name() : name,
        timezone == null ? to.timezone() : CreateConference.zone(timezone),
        starts == null ? to.starts() : starts,
        ends == null ? to.ends() : ends,
        deadlineGiven ? registrationDeadline : to.registrationDeadline(),
        to.rehearsal());
  }
}
