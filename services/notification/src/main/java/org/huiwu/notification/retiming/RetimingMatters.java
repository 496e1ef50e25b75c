package org.huiwu.notification.retiming;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.notification.duty.MatterKind;
import org.huiwu.notification.duty.MatterLinks;
import org.huiwu.notification.duty.OpenMatter;
import org.huiwu.notification.duty.OpenMatters;
import org.springframework.stereotype.Component;

/// What desks have asked of each other and nobody has answered: the duty room sees to it.
@Component
class RetimingMatters implements OpenMatters {
  private final Retimings retimings;

  RetimingMatters(Retimings retimings) {
    this.retimings = retimings;
  }

  @Override
  public List<OpenMatter> of(UUID conference) {
    return retimings.open(conference).stream().map(r -> matter(conference, r)).toList();
  }

  private static OpenMatter matter(UUID conference, Retiming asked) {
    return new OpenMatter(
        MatterKind.RETIMING,
        "retiming:" + asked.id(),
        "retiming",
        List.of(asked.desk(), asked.plans().size(), asked.minutes(), asked.askedAs()),
        null,
        asked.askedAt(),
        asked.due(),
        MatterLinks.retiming(conference, asked.id()),
        Map.of(
            "retiming",
            asked.id(),
            "desk",
            asked.desk(),
            "askedAs",
            asked.askedAs(),
            "plans",
            asked.plans().size(),
            "minutes",
            asked.minutes()));
  }
}
