package org.huiwu.notification.paper;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.huiwu.notification.manifest.Difference;
import org.jspecify.annotations.Nullable;

/// One version of one manifest, as it goes on paper for one recipient.
///
/// @param conference what the conference is called
/// @param manifest the manifest's name, e.g. `site:S7`
/// @param title what people call it, e.g. the hotel's name; empty where nobody has said
/// @param recipient whom it is for; empty when it is for whoever prints it
/// @param cutAt when the version was made
/// @param zone the conference's
/// @param language Chinese unless it is English
/// @param since what differs from the version that the recipient acknowledged; null: nothing is
///   said of it
/// @param sinceVersion that version; 0: none yet, all is new
/// @param stillTrue what the QR code says; null: no code
/// @param state whether there is more to be said of the version
/// @param names what the codes in a field are called, by field and code, e.g. of `delegation`
public record Sheet(
    String conference,
    String manifest,
    String title,
    String recipient,
    long version,
    Instant cutAt,
    ZoneId zone,
    Locale language,
    SortedMap<String, String> header,
    SortedMap<String, SortedMap<String, String>> lines,
    @Nullable Difference since,
    long sinceVersion,
    @Nullable URI stillTrue,
    State state,
    Map<String, Map<String, String>> names) {

  public enum State {
    WHOLE,
    /// It was cut before its change had settled: more will come.
    UNFINISHED,
    /// What it was about is cancelled.
    CLOSED
  }

  Kind kind() {
    return Kind.of(manifest);
  }

  /// The manifest's name without its kind.
  String code() {
    return manifest.substring(manifest.indexOf(':') + 1);
  }

  String titleOrCode() {
    return title.isBlank() ? code() : title;
  }
}
