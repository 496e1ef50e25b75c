package org.huiwu.notification.ripple.web;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.huiwu.notification.ripple.ChangeLibrary;
import org.huiwu.notification.ripple.ChangeView;
import org.huiwu.notification.stream.ConferenceStream;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Changes: one with its whole story, waiting for it to settle if asked to, or all since a number.
@RestController
@RequestMapping("/conferences/{conference}/changes")
class ChangeController {
  private static final int LONGEST_WAIT_SECONDS = 30;
  private static final int LONGEST_LIST = 500;

  private final ChangeLibrary library;
  private final ConferenceStream stream;

  ChangeController(ChangeLibrary library, ConferenceStream stream) {
    this.library = library;
    this.stream = stream;
  }

  /// @param wait up to how many seconds to wait until the change has settled; it is told as it is
  ///   then
  @Allowed("read-changes")
  @GetMapping("/{change}")
  ChangeView change(
      @PathVariable UUID conference,
      @PathVariable UUID change,
      @RequestParam(defaultValue = "0") int wait) {
    var patience = Duration.ofSeconds(Math.clamp(wait, 0, LONGEST_WAIT_SECONDS));
    stream.awaitUntil(
        conference,
        patience,
        () -> library.isOpen(conference, change).filter(open -> !open).isPresent());
    return library
        .find(conference, change)
        .orElseThrow(() -> new Missing("change-unknown", change));
  }

  @Allowed("read-changes")
  @GetMapping
  List<ChangeLibrary.Brief> since(
      @PathVariable UUID conference,
      @RequestParam(defaultValue = "0") long since,
      @RequestParam(defaultValue = "100") int limit) {
    return library.since(conference, since, Math.clamp(limit, 1, LONGEST_LIST));
  }
}
