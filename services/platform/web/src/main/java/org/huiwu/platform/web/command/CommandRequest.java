package org.huiwu.platform.web.command;

import java.util.Optional;
import java.util.OptionalLong;
import org.huiwu.platform.messaging.Origin;
import org.huiwu.platform.web.problem.ProblemException.Malformed;
import org.huiwu.platform.web.problem.ProblemException.VersionRequired;
import org.huiwu.platform.web.problem.ProblemException.VersionStale;
import org.jspecify.annotations.Nullable;

/// What comes with every command besides its body: a controller method's parameter.
///
/// Who acts and in which role comes from the token. Headers, all optional: `Huiwu-Role` (where the
/// account holds several), `Huiwu-Reason` (percent-encoded UTF-8), `Idempotency-Key`, `If-Match`
/// (the ETag that was read).
///
/// @param fingerprint of method, path and body, to tell a replay from another command under the
///   same key
/// @param preview whether it is only asked what the command would touch (`Huiwu-Preview`)
public record CommandRequest(
    Origin origin,
    String path,
    Optional<String> idempotencyKey,
    OptionalLong ifMatch,
    String fingerprint,
    boolean preview) {

  /// Plans carry If-Match: 428 without, 412 with the current copy when somebody was first.
  public void mustMatch(long version, Object current) {
    var expected = ifMatch.orElseThrow(VersionRequired::new);
    if (expected != version) {
      throw new VersionStale(expected, version, current);
    }
  }

  /// What creates something carries an Idempotency-Key, so that a retry never makes it twice.
  public String key() {
    return idempotencyKey.orElseThrow(() -> new Malformed("idempotency-key-required"));
  }

  /// The reason given in the body is the change's, as one in the header would be.
  public CommandRequest because(@Nullable String reason) {
    return reason == null || reason.isBlank() ? this : from(origin.action(), reason.strip());
  }

  CommandRequest acting(String action) {
    return from(action, origin.reason());
  }

  private CommandRequest from(String action, @Nullable String reason) {
    return new CommandRequest(
        new Origin(action, origin.actor(), origin.role(), reason, origin.receivedAt()),
        path,
        idempotencyKey,
        ifMatch,
        fingerprint,
        preview);
  }
}
