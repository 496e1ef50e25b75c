package org.huiwu.notification.ripple.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.huiwu.notification.ripple.ChangeLibrary;
import org.huiwu.platform.web.access.Allowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The history of one person: who changed something of them, when and why; empty for somebody who
/// is not known.
@RestController
@RequestMapping("/conferences/{conference}/people/{person}/changes")
class PersonChangesController {
  private final ChangeLibrary library;

  PersonChangesController(ChangeLibrary library) {
    this.library = library;
  }

  /// The latest first.
  ///
  /// @param before only those with a smaller number `n`: the page after this one
  @Allowed("read-changes")
  @GetMapping
  List<ChangeLibrary.Brief> all(
      @PathVariable UUID conference,
      @PathVariable String person,
      @RequestParam(required = false) @Nullable @Min(1) Long before,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    return library.of(conference, person, before == null ? Long.MAX_VALUE : before, limit);
  }
}
