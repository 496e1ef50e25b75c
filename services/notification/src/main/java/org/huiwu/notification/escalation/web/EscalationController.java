package org.huiwu.notification.escalation.web;

import java.util.List;
import java.util.UUID;
import org.huiwu.notification.escalation.Escalation;
import org.huiwu.notification.escalation.Escalations;
import org.huiwu.platform.web.access.Allowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The steps that were taken because somebody had not acknowledged, in their order.
@RestController
@RequestMapping("/conferences/{conference}/escalations")
class EscalationController {
  private static final int LONGEST_LIST = 2_000;

  private final Escalations escalations;

  EscalationController(Escalations escalations) {
    this.escalations = escalations;
  }

  /// @param since only steps with a number above: the last of the page before
  @Allowed("read-escalations")
  @GetMapping
  List<Escalation> all(
      @PathVariable UUID conference,
      @RequestParam(required = false) @Nullable String contact,
      @RequestParam(required = false) @Nullable String manifest,
      @RequestParam(defaultValue = "0") long since,
      @RequestParam(defaultValue = "500") int limit) {
    return escalations.of(conference, contact, manifest, since, Math.clamp(limit, 1, LONGEST_LIST));
  }
}
