package org.huiwu.platform.web.preview;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a command would touch, had it been given: the answer to a command with `Huiwu-Preview:
/// true`. The lists are empty where nothing would change.
///
/// @param manifests those that would get a new version, by name
/// @param exceptions what the desks would have to look at and do not yet, or what would be worse
///   than it is: overfull buses, people without room; empty for who may not read them
/// @param underWay what the answer does not know
/// @param answer what the command itself would have answered
public record Impact(
    List<Revision> manifests,
    List<ServiceException> exceptions,
    UnderWay underWay,
    CommandAnswer answer) {

  /// One manifest's new version.
  ///
  /// @param version the number that it would get
  /// @param header only the fields that differ
  /// @param lines only those that differ; none where more would differ than are told at once, or
  ///   the caller may not read the manifest
  /// @param lineCount how many lines differ
  /// @param recipients codes of the contacts that receive it; none for who may not read who
  ///   receives what
  /// @param due until when it can be acted upon, local to the conference: a bus's departure, a
  ///   kitchen's cut-off; null where there is no such time
  /// @param late whether that time has passed
  public record Revision(
      String manifest,
      long version,
      SortedMap<String, FieldDifference> header,
      SortedMap<String, LineDifference> lines,
      long lineCount,
      List<String> recipients,
      @Nullable LocalDateTime due,
      boolean late) {

    Revision withoutRecipients() {
      return new Revision(manifest, version, header, lines, lineCount, List.of(), due, late);
    }

    Revision withoutContent() {
      return new Revision(
          manifest,
          version,
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          lineCount,
          recipients,
          due,
          late);
    }
  }

  /// A header's field; null where there is none.
  public record FieldDifference(@Nullable String before, @Nullable String after) {}

  /// Added when `before` is null, struck out when `after` is.
  public record LineDifference(
      @Nullable SortedMap<String, String> before, @Nullable SortedMap<String, String> after) {}

  /// @param exception as the service's `exceptions` would list it
  /// @param before as they list it now; null when they do not
  public record ServiceException(String service, JsonNode exception, @Nullable JsonNode before) {}

  /// What has not come to its end in the conference, so that the answer may not be what comes in
  /// the end: versions and lines go on from what notification has heard.
  ///
  /// @param open how many changes have not settled
  /// @param parked how many have, but for what a service could not take in
  public record UnderWay(long open, long parked) {}

  /// @param etag the new version; null where there is none
  public record CommandAnswer(int status, @Nullable String etag, JsonNode body) {}
}
