package org.huiwu.notification.upstream;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// What the owner of a manifest has said of the thing that it lists.
///
/// @param kind what stands before the colon: rooming, meal, trip, site, session
/// @param title the hotel's, stop's or session's name, a trip's plate, a meal's code
/// @param contact who receives it, as the owner names them; null: nobody is named
/// @param due its own deadline, local to the conference: a bus's departure or the first arrival it
///   waits for, a meal's cut-off, the arrival at a site, a session's start; null: it has none
/// @param route of a site, or of a trip of an excursion
/// @param tripKind pickup or excursion
/// @param place a meal's kitchen, a session's hall, where a pickup waits
public record ManifestFacts(
    String manifest,
    String kind,
    String title,
    @Nullable String contact,
    @Nullable LocalDateTime due,
    @Nullable String route,
    @Nullable String tripKind,
    @Nullable String place,
    boolean cancelled) {

  /// What stands after the colon.
  public String code() {
    return manifest.substring(manifest.indexOf(':') + 1);
  }
}
