package org.huiwu.notification.sitepage;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiwu.notification.conference.ConferenceBook;
import org.huiwu.notification.conference.ConferenceClock;
import org.huiwu.notification.contact.Contact;
import org.huiwu.notification.contact.Contacts;
import org.huiwu.notification.manifest.ManifestLibrary;
import org.huiwu.notification.sitelink.SitePins;
import org.huiwu.notification.sitelink.SiteSession;
import org.huiwu.notification.standing.Standing;
import org.huiwu.notification.standing.Standings;
import org.huiwu.notification.upstream.ManifestBook;
import org.huiwu.notification.upstream.ManifestFacts;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Reads what a recipient sees. In planning nobody is told, and there is nothing to see.
@Component
public class SitePages {
  private static final int ENDS = 2;

  private record Newest(
      long version, Instant cutAt, boolean unfinished, boolean closed, @Nullable String at) {}

  private final JdbcTemplate jdbc;
  private final ConferenceBook conferences;
  private final Contacts contacts;
  private final Standings standings;
  private final ManifestBook book;
  private final ManifestLibrary library;
  private final SitePins pins;
  private final PaperTokens papers;
  private final ConferenceClock conferenceClock;

  SitePages(
      JdbcTemplate jdbc,
      ConferenceBook conferences,
      Contacts contacts,
      Standings standings,
      ManifestBook book,
      ManifestLibrary library,
      SitePins pins,
      PaperTokens papers,
      ConferenceClock conferenceClock) {
    this.jdbc = jdbc;
    this.conferences = conferences;
    this.contacts = contacts;
    this.standings = standings;
    this.book = book;
    this.library = library;
    this.pins = pins;
    this.papers = papers;
    this.conferenceClock = conferenceClock;
  }

  public SitePage.Mine mine(SiteSession session) {
    var facts = conferences.get(session.conference());
    var contact = contact(session);
    return new SitePage.Mine(
        session.id(),
        contact.name(),
        contact.role(),
        contact.language(),
        facts.name(),
        facts.zone().getId(),
        facts.rehearsal(),
        conferences.isLive(session.conference()),
        pins.isKnown(session.conference(), session.contact(), session.device()),
        ends(contact.phone()),
        session.expires(),
        contacts.inRole(session.conference(), Contact.DUTY).stream()
            .flatMap(c -> telephone(c).stream())
            .toList(),
        entries(session, standings.of(session.conference(), session.contact())));
  }

  /// How the recipient stands with one manifest.
  ///
  /// @throws Missing `manifest-unknown` when it is not theirs
  public SitePage.Entry entry(SiteSession session, String manifest) {
    return standings
        .find(session.conference(), session.contact(), manifest)
        .filter(Standing::active)
        .flatMap(s -> entries(session, List.of(s)).stream().findFirst())
        .orElseThrow(() -> new Missing("manifest-unknown", manifest));
  }

  /// @param since the version that it is compared with; null: the one that the recipient has
  ///   acknowledged
  /// @throws Missing when it is not theirs, or never had that version
  public SitePage.Sheet sheet(SiteSession session, String manifest, @Nullable Long since) {
    var entry = entry(session, manifest);
    var content =
        library
            .current(session.conference(), manifest)
            .orElseThrow(() -> new Missing("manifest-unknown", manifest));
    var from = since == null ? Math.min(entry.acknowledged(), content.version()) : since;
    if (from < 0 || from > content.version()) {
      throw new Missing("manifest-version-unknown", manifest, from);
    }
    var difference = library.difference(session.conference(), manifest, from, content.version());
    return new SitePage.Sheet(
        entry,
        content.header(),
        content.lines(),
        Heads.of(entry.kind(), content.lines()),
        buses(session.conference(), content.lines().values()),
        from,
        difference.headerFields(),
        difference.lines(),
        papers.link(session.conference(), manifest, content.version()));
  }

  /// What the recipient is called.
  public String recipient(SiteSession session) {
    return contact(session).name();
  }

  private Contact contact(SiteSession session) {
    return contacts
        .find(session.conference(), session.contact())
        .map(Contacts.Stored::contact)
        .orElseThrow(() -> new Missing("link-not-valid"));
  }

  private List<SitePage.Entry> entries(SiteSession session, List<Standing> standing) {
    var manifests = standing.stream().map(Standing::manifest).toList();
    var facts = book.of(session.conference(), manifests);
    var newest = newest(session.conference(), manifests);
    var times = times(session.conference());
    List<SitePage.Entry> entries = new ArrayList<>();
    for (var one : standing) {
      if (newest.get(one.manifest()) instanceof Newest version) {
        entries.add(entry(one, version, facts.get(one.manifest()), times));
      }
    }
    return entries;
  }

  private static SitePage.Entry entry(
      Standing standing,
      Newest newest,
      @Nullable ManifestFacts facts,
      Function<Instant, LocalDateTime> times) {
    var manifest = standing.manifest();
    var colon = manifest.indexOf(':');
    return new SitePage.Entry(
        manifest,
        manifest.substring(0, Math.max(0, colon)),
        facts == null ? manifest.substring(colon + 1) : facts.title(),
        facts == null ? null : facts.place(),
        newest.at(),
        newest.version(),
        times.apply(newest.cutAt()),
        newest.unfinished(),
        newest.closed() || facts != null && facts.cancelled(),
        standing.acknowledged(),
        standing.acknowledgedAt() == null ? null : times.apply(standing.acknowledgedAt()),
        standing.acknowledgedBy(),
        standing.inDebt(),
        standing.due());
  }

  /// What the conference's clock showed, or would have shown, when something happened.
  Function<Instant, LocalDateTime> times(UUID conference) {
    var zone = conferences.get(conference).zone();
    var reading = conferenceClock.reading(conference);
    return instant -> LocalDateTime.ofInstant(reading.thereAt(instant), zone);
  }

  private Map<String, Newest> newest(UUID conference, List<String> manifests) {
    Map<String, Newest> found = new HashMap<>();
    jdbc.query(
        """
        select m.manifest, m.version, v.cut_at, m.header is null,
          v.unfinished and exists (select 1 from change c where c.root = v.root and c.state = 'open'),
          coalesce(m.header::json ->> 'starts', m.header::json ->> 'departs', m.header::json ->> 'arrives')
        from manifest m
        join manifest_version v on v.conference = m.conference and v.manifest = m.manifest and v.version = m.version
        where m.conference = ? and m.manifest = any(?)\
        """,
        row -> {
          found.put(
              row.getString(1),
              new Newest(
                  row.getLong(2),
                  row.getTimestamp(3).toInstant(),
                  row.getBoolean(5),
                  row.getBoolean(4),
                  row.getString(6)));
        },
        conference,
        manifests.toArray(String[]::new));
    return found;
  }

  private SortedMap<String, SitePage.Bus> buses(
      UUID conference, Collection<SortedMap<String, String>> lines) {
    var trips =
        lines.stream()
            .map(fields -> fields.get("bus"))
            .filter(bus -> bus != null && !bus.isEmpty())
            .map(bus -> "trip:" + bus)
            .collect(Collectors.toSet());
    var known = book.of(conference, trips).values();
    var leaders =
        contacts.of(
            conference, known.stream().flatMap(t -> Stream.ofNullable(t.contact())).toList());
    SortedMap<String, SitePage.Bus> buses = new TreeMap<>();
    for (var trip : known) {
      var leader =
          Optional.ofNullable(trip.contact())
              .flatMap(code -> Optional.ofNullable(leaders.get(code)))
              .flatMap(SitePages::telephone)
              .orElse(null);
      buses.put(trip.code(), new SitePage.Bus(trip.title(), trip.due(), leader));
    }
    return buses;
  }

  private static Optional<SitePage.Telephone> telephone(Contact contact) {
    return contact.phone().isBlank()
        ? Optional.empty()
        : Optional.of(new SitePage.Telephone(contact.name(), contact.phone()));
  }

  private static @Nullable String ends(String phone) {
    return Optional.of(phone.replaceAll("[^0-9]", ""))
        .filter(digits -> digits.length() > ENDS)
        .map(digits -> digits.substring(digits.length() - ENDS))
        .orElse(null);
  }
}
