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
  private final Escalations escalations;

  EscalationController(Escalations escalations) {
    this.escalations = escalations;
  }

  @Allowed("read-escalations")
  @GetMapping
  List<Escalation> all(
      @PathVariable UUID conference,
      @RequestParam(required = false) @Nullable String contact,
      @RequestParam(required = false) @Nullable String manifest) {
    return escalations.of(conference, contact, manifest);
  }
}
