package org.huiwu.notification.escalation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huiwu.notification.contact.Contact;
import org.huiwu.notification.contact.Contacts;
import org.huiwu.notification.manifest.Cut;
import org.huiwu.notification.manifest.VersionListener;
import org.huiwu.notification.standing.AcknowledgementListener;
import org.huiwu.notification.standing.RecipientsChanged;
import org.huiwu.notification.standing.Signature;
import org.huiwu.notification.standing.Signature.How;
import org.huiwu.notification.standing.Standing;
import org.huiwu.notification.standing.Standings;
import org.huiwu.notification.stream.ConferenceStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Who was told in a recipient's stead. They have a standing of their own with the manifest, so
/// that they can open and acknowledge it as any recipient does; what they acknowledge counts for
/// whom they stand in for, and is written down as theirs.
@Component
class StandIns implements AcknowledgementListener, VersionListener {
  /// Of a standing `s`: it is there because its contact stood in for somebody, and they do no more.
  static final String FOR_NOBODY =
      """
      s.active and s.stands_in and not exists (
        select 1 from standing_in i
        where i.conference = s.conference and i.manifest = s.manifest and i.stand_in = s.contact)\
      """;

  private final JdbcTemplate jdbc;
  private final Contacts contacts;
  private final Standings standings;
  private final ConferenceStream stream;
  private final Clock clock;

  StandIns(
      JdbcTemplate jdbc,
      Contacts contacts,
      Standings standings,
      ConferenceStream stream,
      Clock clock) {
    this.jdbc = jdbc;
    this.contacts = contacts;
    this.standings = standings;
    this.stream = stream;
    this.clock = clock;
  }

  /// Whoever stands in next: the recipient's own stand-in, then the stand-in's. Nobody twice, and
  /// nobody who is the same person or cannot be written to; nobody who has acknowledged this
  /// version already and yet has not seen to it that the recipient does.
  Optional<Contact> next(Debt debt) {
    Set<String> asked =
        new HashSet<>(
            jdbc.queryForList(
                "select stand_in from standing_in where conference = ? and manifest = ? and contact = ?",
                String.class,
                debt.conference(),
                debt.manifest(),
                debt.contact()));
    var recipient = contacts.find(debt.conference(), debt.contact()).map(Contacts.Stored::contact);
    Set<String> passed = new HashSet<>();
    passed.add(debt.contact());
    var at = recipient;
    while (at.isPresent()) {
      var code = at.get().standIn();
      if (code == null || code.isBlank() || !passed.add(code)) {
        return Optional.empty();
      }
      at = contacts.find(debt.conference(), code).map(Contacts.Stored::contact);
      var fits =
          at.filter(c -> !asked.contains(c.code()))
              .filter(c -> !c.letterChannels().isEmpty())
              .filter(c -> !samePerson(c, recipient.orElseThrow()))
              .filter(c -> !hasAcknowledged(debt, c));
      if (fits.isPresent()) {
        return fits;
      }
    }
    return Optional.empty();
  }

  private static boolean samePerson(Contact one, Contact other) {
    return !one.phone().isBlank() && one.phone().equals(other.phone());
  }

  private boolean hasAcknowledged(Debt debt, Contact standIn) {
    return standings
        .find(debt.conference(), standIn.code(), debt.manifest())
        .filter(s -> s.acknowledged() >= debt.told())
        .isPresent();
  }

  /// From now on they owe the same.
  void begin(Debt debt, Contact standIn) {
    var now = Timestamp.from(clock.instant());
    jdbc.update(
        """
        insert into standing_in (conference, manifest, contact, stand_in, since) values (?, ?, ?, ?, ?)
        on conflict do nothing\
        """,
        debt.conference(),
        debt.manifest(),
        debt.contact(),
        standIn.code(),
        now);
    jdbc.update(
        """
        insert into standing as s (conference, contact, manifest, told, owed_since, due, stands_in)
        values (?, ?, ?, ?, ?, ?, true)
        on conflict (conference, contact, manifest) do update set told = greatest(s.told, excluded.told),
          stands_in = s.stands_in or not s.active, active = true,
          owed_since = coalesce(s.owed_since, excluded.owed_since), due = excluded.due\
        """,
        debt.conference(),
        standIn.code(),
        debt.manifest(),
        debt.told(),
        now,
        debt.due());
    RecipientsChanged.tell(stream, debt.conference(), List.of(standIn.code()));
  }

  /// Whoever stands in for somebody may acknowledge what is shown to them, which is the newest.
  @Override
  public void on(UUID conference, UUID root, List<Cut> cuts) {
    jdbc.update(
        """
        update standing s set told = greatest(s.told, cut.version)
        from unnest(?::text[], ?::bigint[]) as cut (manifest, version)
        where s.conference = ? and s.manifest = cut.manifest and s.active and s.stands_in and exists (
          select 1 from standing_in i
          where i.conference = s.conference and i.manifest = s.manifest and i.stand_in = s.contact)\
        """,
        cuts.stream().map(Cut::manifest).toArray(String[]::new),
        cuts.stream().map(Cut::version).toArray(Long[]::new),
        conference);
  }

  @Override
  public void on(UUID conference, Standing standing) {
    for (var recipient : standsInFor(conference, standing)) {
      standings
          .find(conference, recipient, standing.manifest())
          .filter(Standing::inDebt)
          .ifPresent(owed -> acknowledgeFor(conference, owed, standing));
    }
    if (!standing.inDebt()) {
      end(conference, standing);
    }
  }

  private List<String> standsInFor(UUID conference, Standing standing) {
    return jdbc.queryForList(
        "select contact from standing_in where conference = ? and manifest = ? and stand_in = ? order by contact",
        String.class,
        conference,
        standing.manifest(),
        standing.contact());
  }

  private void acknowledgeFor(UUID conference, Standing owed, Standing by) {
    var version = Math.min(by.acknowledged(), owed.told());
    if (version <= owed.acknowledged()
        || by.acknowledgedBy() == null
        || by.acknowledgedHow() == null) {
      return;
    }
    standings.acknowledge(
        conference,
        owed.contact(),
        owed.manifest(),
        version,
        new Signature(
            by.acknowledgedBy(), How.valueOf(by.acknowledgedHow().toUpperCase(Locale.ROOT)), ""));
    jdbc.update(
        "update acknowledgement set stood_in_by = ? where conference = ? and contact = ? and manifest = ? and version = ?",
        by.contact(),
        conference,
        owed.contact(),
        owed.manifest(),
        version);
  }

  /// The recipient owes nothing any more: nobody stands in for them. Whoever did and owes it still
  /// owes it no more. Who has acknowledged it, maybe just now, keeps it until [#release].
  void end(UUID conference, Standing standing) {
    var free =
        jdbc.queryForList(
            "delete from standing_in where conference = ? and manifest = ? and contact = ? returning stand_in",
            String.class,
            conference,
            standing.manifest(),
            standing.contact());
    List<String> released = new ArrayList<>();
    free.forEach(standIn ->
        released.addAll(
            jdbc.queryForList(
                "update standing s set active = false where s.conference = ? and s.manifest = ? and s.contact = ? and s.told > s.acknowledged and "
                    + FOR_NOBODY
                    + " returning s.contact",
                String.class,
                conference,
                standing.manifest(),
                standIn)));
    RecipientsChanged.tell(stream, conference, released);
  }

  /// The part of everybody who stands in for nobody any more ends. Inside a transaction under the
  /// conference's lock.
  void release(UUID conference) {
    RecipientsChanged.tell(
        stream,
        conference,
        jdbc.queryForList(
            "update standing s set active = false where s.conference = ? and "
                + FOR_NOBODY
                + " returning s.contact",
            String.class,
            conference));
  }
}
