package org.huiwu.notification.golive;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.huiwu.notification.audience.Audience;
import org.huiwu.notification.conference.ConferenceBook;
import org.huiwu.notification.conference.ConferenceClock;
import org.huiwu.notification.contact.ChannelKind;
import org.huiwu.notification.contact.Contacts;
import org.huiwu.notification.duty.ShiftLog;
import org.huiwu.notification.golive.FirstVersions.Recipient;
import org.huiwu.notification.golive.FirstVersions.Told;
import org.huiwu.notification.manifest.ManifestLibrary;
import org.huiwu.notification.standing.Telling;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// From planning to live: the act that shows who will be told what, and then tells them. There is
/// no way back.
@Component
public class GoLive {
  private final JdbcTemplate jdbc;
  private final ConferenceBook conferences;
  private final ConferenceClock clock;
  private final Clock platformClock;
  private final ManifestLibrary manifests;
  private final Audience audience;
  private final Contacts contacts;
  private final Telling telling;
  private final ShiftLog shiftLog;

  GoLive(
      JdbcTemplate jdbc,
      ConferenceBook conferences,
      ConferenceClock clock,
      Clock platformClock,
      ManifestLibrary manifests,
      Audience audience,
      Contacts contacts,
      Telling telling,
      ShiftLog shiftLog) {
    this.jdbc = jdbc;
    this.conferences = conferences;
    this.clock = clock;
    this.platformClock = platformClock;
    this.manifests = manifests;
    this.audience = audience;
    this.contacts = contacts;
    this.telling = telling;
    this.shiftLog = shiftLog;
  }

  public Phase phase(UUID conference) {
    var facts = conferences.get(conference);
    return jdbc
        .query(
            "select live_at, live_by from conference_phase where conference = ? and live_at is not null",
            (row, _) ->
                new Phase(
                    true,
                    row.getTimestamp(1).toInstant(),
                    row.getString(2),
                    facts.rehearsal(),
                    clock.local(conference)),
            conference)
        .stream()
        .findFirst()
        .orElseGet(() -> new Phase(false, null, null, facts.rehearsal(), clock.local(conference)));
  }

  /// Who would be told what if the conference went live now.
  public FirstVersions firstVersions(UUID conference) {
    SortedMap<String, Long> versions = new TreeMap<>();
    manifests.all(conference).forEach(m -> versions.put(m.manifest(), m.version()));
    var receives = audience.recipientsOf(conference, versions.keySet());
    SortedMap<String, List<Told>> told = new TreeMap<>();
    versions.forEach((manifest, version) ->
        receives
            .getOrDefault(manifest, List.of())
            .forEach(c ->
                told.computeIfAbsent(c, _ -> new ArrayList<>()).add(new Told(manifest, version))));
    var people = contacts.of(conference, told.keySet());
    List<Recipient> recipients = new ArrayList<>();
    List<String> unreachable = new ArrayList<>();
    told.forEach((code, what) -> {
      var contact = people.get(code);
      if (contact != null) {
        var channel = contact.reachedFirst();
        recipients.add(new Recipient(code, contact.role(), channel.wire(), what));
        if (channel == ChannelKind.PAGE) {
          unreachable.add(code);
        }
      }
    });
    return new FirstVersions(
        recipients,
        versions.keySet().stream().filter(m -> !receives.containsKey(m)).toList(),
        unreachable);
  }

  /// Inside a transaction under the conference's lock.
  ///
  /// @return whether it was in planning
  public boolean goLive(UUID conference, String by) {
    var first =
        jdbc.update(
                """
                insert into conference_phase as p (conference, live_at, live_by) values (?, ?, ?)
                on conflict (conference) do update set live_at = excluded.live_at, live_by = excluded.live_by
                where p.live_at is null\
                """,
                conference,
                Timestamp.from(platformClock.instant()),
                by)
            == 1;
    if (first) {
      shiftLog.note(conference, "went-live", by, telling.tellAll(conference));
    }
    return first;
  }
}
