package org.huiwu.registration.conference;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.jspecify.annotations.Nullable;

/// A conference. Its code is what people call it and need not be unique: two drills may bear one
/// code (FORMAT.md), everything lives under the opaque id.
///
/// @param timezone in which every local time of the conference is read
/// @param starts local; an unknown arrival counts as this
/// @param ends local, after `starts`; an unknown departure counts as this
/// @param rehearsal nobody real is ever told of a rehearsal
public record Conference(
    UUID id,
    long version,
    String code,
    String name,
    ZoneId timezone,
    LocalDateTime starts,
    LocalDateTime ends,
    @Nullable LocalDateTime registrationDeadline,
    boolean rehearsal) {

  public Conference {
    if (!starts.isBefore(ends)) {
      throw new Refused("conference-ends-first", starts, ends);
    }
  }

  public boolean sameAs(Conference other) {
    return equals(other.at(version));
  }

  private Conference at(long newVersion) {
    return new Conference(
        id, newVersion, code, name, timezone, starts, ends, registrationDeadline, rehearsal);
  }
}
