package org.huiwu.platform.web.command;

import java.util.Optional;
import java.util.UUID;
import org.huiwu.platform.web.access.Acting;
import org.huiwu.platform.web.access.AuditTrail;

/// Who did what, as what, and what was refused. An accepted command's entry is in its transaction;
/// a refused one's is all that stays of it.
final class Audit {
  private final AuditTrail trail;

  Audit(AuditTrail trail) {
    this.trail = trail;
  }

  void accepted(UUID conference, CommandRequest request, Optional<UUID> change) {
    write(conference, request, change.isPresent() ? "changed" : "unchanged", change);
  }

  void refused(UUID conference, CommandRequest request, String code) {
    write(conference, request, code, Optional.empty());
  }

  private void write(
      UUID conference, CommandRequest request, String outcome, Optional<UUID> change) {
    trail.write(
        new AuditTrail.Entry(
            conference,
            request.origin().actor(),
            request.origin().role(),
            request.origin().action(),
            request.path(),
            outcome,
            change.orElse(null),
            Acting.current().map(Acting::address).orElse("")));
  }
}
