package org.huiwu.planted.doors.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Answers whoever asks.
@RestController
class OpenDoor {
  @GetMapping("/open")
  String open() {
    return "come in";
  }
}
