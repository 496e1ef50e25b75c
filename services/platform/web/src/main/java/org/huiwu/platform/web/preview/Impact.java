package org.huiwu.platform.web.preview;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a command would touch, had it been given: the answer to a command with `Huiwu-Preview:
/// true`. All lists are empty where nothing would change.
///
/// @param manifests those that would get a new version, by name
/// @param exceptions what the desks would have to look at and do not yet: overfull buses, people
///   without room; empty for who may not read them
/// @param answer what the command itself would have answered
public record Impact(
    List<Revision> manifests, List<ServiceException> exceptions, CommandAnswer answer) {

  /// One manifest's new version.
  ///
  /// @param version the number that it would get
  /// @param header only the fields that differ
  /// @param lines only those that differ; none where more would differ than are told at once, or
  ///   the caller may not read the manifest
  /// @param lineCount how many lines differ
  /// @param recipients codes of the contacts that receive it
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

  /// @param exception as the service's `exceptions` list it
  public record ServiceException(String service, JsonNode exception) {}

  /// @param etag the new version; null where there is none
  public record CommandAnswer(int status, @Nullable String etag, JsonNode body) {}
}
