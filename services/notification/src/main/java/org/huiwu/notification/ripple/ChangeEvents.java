package org.huiwu.notification.ripple;

import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.huiwu.notification.manifest.Cut;
import org.huiwu.notification.manifest.Difference;
import org.huiwu.notification.manifest.LineChange;

/// What the live stream says of a change.
public final class ChangeEvents {

  /// `change-opened` and `change-provisional`.
  record Opened(UUID change) {}

  /// A manifest's new version and what it changes.
  ///
  /// @param lines none of them where the change revises more than are told at once: the manifest's
  ///   `difference` has them
  /// @param lineCount how many lines differ
  public record Revised(
      String manifest,
      long version,
      SortedMap<String, Difference.FieldChange> header,
      SortedMap<String, LineChange> lines,
      long lineCount) {
    static Revised of(Cut cut) {
      return new Revised(
          cut.manifest(),
          cut.version(),
          cut.difference().headerFields(),
          cut.difference().lines(),
          cut.lineCount());
    }
  }

  /// `change-settled` and `change-unfinished`: every manifest that the change has revised.
  record Settled(UUID change, List<Revised> revised) {
    static Settled of(UUID change, List<Cut> cuts) {
      return new Settled(change, cuts.stream().map(Revised::of).toList());
    }
  }

  private ChangeEvents() {}
}
