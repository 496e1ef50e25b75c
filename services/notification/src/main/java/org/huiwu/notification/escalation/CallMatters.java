package org.huiwu.notification.escalation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiwu.notification.duty.MatterKind;
import org.huiwu.notification.duty.MatterLinks;
import org.huiwu.notification.duty.OpenMatter;
import org.huiwu.notification.duty.OpenMatters;
import org.springframework.stereotype.Component;

/// The calls that are to be made, on the duty room's list. Numbers are where the call is.
@Component
class CallMatters implements OpenMatters {
  private static final int LISTED = 2_000;

  private final CallTasks tasks;

  CallMatters(CallTasks tasks) {
    this.tasks = tasks;
  }

  @Override
  public List<OpenMatter> of(UUID conference) {
    return tasks.all(conference, true, LISTED).stream().map(t -> matter(conference, t)).toList();
  }

  @Override
  public long more(UUID conference, int listed) {
    return listed < LISTED ? 0 : tasks.countOpen(conference) - listed;
  }

  private static OpenMatter matter(UUID conference, CallTask task) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("task", task.id());
    details.put("manifest", task.manifest());
    details.put("reminded", task.reminded());
    details.put("attempts", task.attempts().size());
    if (task.assignedTo() != null) {
      details.put("assignedTo", task.assignedTo());
    }
    var leftOnRed = Objects.requireNonNullElse(task.leftOnRed(), "");
    if (!leftOnRed.isEmpty()) {
      details.put("leftOnRed", leftOnRed);
    }
    return new OpenMatter(
        leftOnRed.isEmpty() ? MatterKind.CALL : MatterKind.LEFT_ON_RED,
        "call:" + task.id(),
        leftOnRed.isEmpty() ? "call" : "call-left-on-red",
        List.of(task.contact().isEmpty() ? "-" : task.contact(), task.manifest(), leftOnRed),
        task.contact().isEmpty() ? null : task.contact(),
        task.openedAt(),
        task.due(),
        MatterLinks.call(conference, task.id()),
        details);
  }
}
