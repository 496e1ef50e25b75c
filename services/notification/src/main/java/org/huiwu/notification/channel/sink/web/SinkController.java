package org.huiwu.notification.channel.sink.web;

import java.util.List;
import java.util.UUID;
import org.huiwu.notification.channel.sink.Sink;
import org.huiwu.notification.channel.sink.SinkLetter;
import org.huiwu.notification.conference.ConferenceBook;
import org.huiwu.platform.web.access.Allowed;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What a rehearsal would have sent.
@RestController
class SinkController {
  private final Sink sink;
  private final ConferenceBook conferences;

  SinkController(Sink sink, ConferenceBook conferences) {
    this.sink = sink;
    this.conferences = conferences;
  }

  /// @param since the last number that the reader has; 0 = from the first on
  @Allowed("read-sink")
  @GetMapping("/conferences/{conference}/sink")
  List<SinkLetter> since(
      @PathVariable UUID conference, @RequestParam(defaultValue = "0") long since) {
    return sink.since(conferences.get(conference).id(), since).stream()
        .map(SinkLetter::withoutWebhookKey)
        .toList();
  }
}
