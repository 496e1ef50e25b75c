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

/// What was sent to whom, and what became of it; the latest first. A list that is as long as its
/// limit goes on with `before`, the last letter of it.
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
      @RequestParam(required = false) @Nullable UUID before,
      @RequestParam(defaultValue = "200") int limit) {
    return library.of(conference, contact, before, Math.clamp(limit, 1, LONGEST_LIST));
  }
}
