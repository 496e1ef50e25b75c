package org.huiwu.notification.duty;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One entry of the shift log. It is never changed: a correction is an entry that names the one
/// that it corrects.
///
/// @param n rises by one within a conference
/// @param account who wrote it; null: the platform
/// @param text as it was written; null where the platform wrote it
/// @param code names the platform's words, `log.<code>`; null where somebody wrote it
public record ShiftEntry(
    long n,
    Instant at,
    @Nullable String account,
    @Nullable String text,
    @Nullable String code,
    List<String> arguments,
    About about,
    @Nullable Long corrects) {

  /// What an entry is about; any of it may be left out.
  public record About(@Nullable UUID change, @Nullable String manifest, @Nullable String contact) {
    public static final About NOTHING = new About(null, null, null);
  }
}
