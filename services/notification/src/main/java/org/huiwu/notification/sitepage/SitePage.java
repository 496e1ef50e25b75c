package org.huiwu.notification.sitepage;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.huiwu.notification.manifest.Difference;
import org.huiwu.notification.manifest.LineChange;
import org.jspecify.annotations.Nullable;

/// What a recipient sees: only their own manifests. Times are local to the conference.
public final class SitePage {

  /// @param session says with what the page asks whose page it is
  /// @param phoneEnds the last two digits of the number to which a code goes; null: there is none
  /// @param known whether this device needs no code
  /// @param expires when this page closes, by the conference's own clock
  /// @param duty whom to call when something is not clear (incident 1: a site had neither list nor
  ///   number)
  public record Mine(
      UUID session,
      String recipient,
      String role,
      @Nullable String language,
      String conference,
      String zone,
      boolean rehearsal,
      boolean live,
      boolean known,
      @Nullable String phoneEnds,
      Instant expires,
      List<Telephone> duty,
      List<Entry> manifests) {}

  /// @param phone never empty
  public record Telephone(String name, String phone) {}

  /// One manifest and how the recipient stands with it.
  ///
  /// @param title the hotel's, stop's or session's name, a trip's plate, a meal's code
  /// @param place a meal's kitchen, a session's hall, where a pickup waits
  /// @param at when it takes place, as its header says; null where it does not
  /// @param version the newest there is
  /// @param cutAt when it came
  /// @param closed there is no such thing any more
  /// @param acknowledged 0: none
  /// @param due by when it must have been read
  public record Entry(
      String manifest,
      String kind,
      String title,
      @Nullable String place,
      @Nullable String at,
      long version,
      LocalDateTime cutAt,
      boolean unfinished,
      boolean closed,
      long acknowledged,
      @Nullable LocalDateTime acknowledgedAt,
      @Nullable String acknowledgedBy,
      boolean owed,
      @Nullable LocalDateTime due) {}

  /// The whole of the newest version, and what differs since `since`.
  ///
  /// @param since the version that it is compared with; 0: with nothing
  /// @param buses what is known of the buses in the lines, by trip
  /// @param stillTrue where one can ask whether this version still is
  public record Sheet(
      Entry entry,
      SortedMap<String, String> header,
      SortedMap<String, SortedMap<String, String>> lines,
      Heads heads,
      SortedMap<String, Bus> buses,
      long since,
      SortedMap<String, Difference.FieldChange> headerChanges,
      SortedMap<String, LineChange> changes,
      URI stillTrue) {}

  /// @param departs null: not known, or a pickup's
  /// @param leader whoever receives the bus's own list, to be called while it is on the road; null:
  ///   nobody is named, or nobody has a number
  public record Bus(String plate, @Nullable LocalDateTime departs, @Nullable Telephone leader) {}

  private SitePage() {}
}
