package org.huiwu.notification.duty.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiwu.notification.duty.DutyList;
import org.huiwu.notification.duty.DutyWords;
import org.huiwu.notification.duty.MatterKind;
import org.huiwu.notification.duty.Urgency;
import org.huiwu.platform.web.access.Allowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the duty room has to act upon.
@RestController
@RequestMapping("/conferences/{conference}/duty")
class DutyController {
  private static final int LONGEST_LIST = 2_000;

  /// @param total how many there are, also those that are not listed
  record OpenList(
      Instant at,
      LocalDateTime localTime,
      long total,
      Map<Urgency, Long> urgencies,
      List<Entry> items) {}

  /// @param text in the caller's language
  /// @param whom the contact whom it is about
  /// @param due local to the conference
  /// @param link from `/conferences` on
  record Entry(
      String key,
      MatterKind kind,
      Urgency urgency,
      String code,
      String text,
      @Nullable String whom,
      Instant since,
      @Nullable LocalDateTime due,
      String link,
      Map<String, Object> details) {}

  private final DutyList duty;
  private final DutyWords words;

  DutyController(DutyList duty, DutyWords words) {
    this.duty = duty;
    this.words = words;
  }

  /// The most urgent first, the oldest first within.
  @Allowed("read-duty")
  @GetMapping("/open")
  OpenList open(
      @PathVariable UUID conference, @RequestParam(defaultValue = "500") int limit, Locale locale) {
    var open = duty.open(conference);
    return new OpenList(
        open.at(),
        open.localTime(),
        open.items().size() + open.more(),
        open.items().stream()
            .collect(
                Collectors.groupingBy(
                    DutyList.Item::urgency,
                    () -> new EnumMap<>(Urgency.class),
                    Collectors.counting())),
        open.items().stream()
            .limit(Math.clamp(limit, 1, LONGEST_LIST))
            .map(entry(locale))
            .toList());
  }

  private Function<DutyList.Item, Entry> entry(Locale locale) {
    return item -> {
      var matter = item.matter();
      return new Entry(
          matter.key(),
          matter.kind(),
          item.urgency(),
          matter.code(),
          words.matter(matter.code(), matter.arguments(), locale),
          matter.whom(),
          matter.since(),
          matter.due(),
          matter.link(),
          matter.details());
    };
  }
}
