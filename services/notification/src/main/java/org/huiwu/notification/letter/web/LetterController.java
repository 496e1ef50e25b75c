package org.huiwu.notification.letter.web;

import java.util.List;
import java.util.UUID;
import org.huiwu.notification.letter.Letter;
import org.huiwu.notification.letter.LetterLibrary;
import org.huiwu.platform.web.access.Allowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What was sent to whom, and what became of it; the latest first.
@RestController
@RequestMapping("/conferences/{conference}/letters")
class LetterController {
  private static final int LONGEST_LIST = 5_000;

  private final LetterLibrary library;

  LetterController(LetterLibrary library) {
    this.library = library;
  }

  @Allowed("read-letters")
  @GetMapping
  List<Letter> all(
      @PathVariable UUID conference,
      @RequestParam(required = false) @Nullable String contact,
      @RequestParam(defaultValue = "200") int limit) {
    return library.of(conference, contact, Math.clamp(limit, 1, LONGEST_LIST));
  }
}
