package org.huiwu.notification.sitepage;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.huiwu.notification.conference.ConferenceBook;
import org.huiwu.notification.manifest.LineChange;
import org.huiwu.notification.manifest.ManifestLibrary;
import org.huiwu.notification.sitelink.SiteSession;
import org.huiwu.notification.standing.Standing;
import org.huiwu.notification.standing.Standings;
import org.huiwu.notification.upstream.ManifestBook;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Is this paper still true? Whoever holds the paper is told whether, and how much has changed
/// since; what has changed only who receives the manifest.
@Component
public class PaperTruth {

  /// @param at of a meal or a session: when it begins
  /// @param version the paper's
  /// @param current the newest
  /// @param currentSince when that came; local to the conference
  /// @param header which fields of the header differ
  /// @param lines what differs; null to whoever does not receive the manifest
  public record Answer(
      String conference,
      String manifest,
      String kind,
      String title,
      @Nullable String at,
      long version,
      long current,
      LocalDateTime currentSince,
      boolean stillTrue,
      boolean closed,
      int added,
      int struckOut,
      int changed,
      List<String> header,
      @Nullable SortedMap<String, LineChange> lines) {}

  private final PaperTokens tokens;
  private final ConferenceBook conferences;
  private final ManifestBook book;
  private final ManifestLibrary library;
  private final Standings standings;
  private final SitePages pages;

  PaperTruth(
      PaperTokens tokens,
      ConferenceBook conferences,
      ManifestBook book,
      ManifestLibrary library,
      Standings standings,
      SitePages pages) {
    this.tokens = tokens;
    this.conferences = conferences;
    this.book = book;
    this.library = library;
    this.standings = standings;
    this.pages = pages;
  }

  /// @param session who asks, if they have a page open
  /// @throws Missing `paper-unknown` for a code that was not printed here
  public Answer ask(String token, Optional<SiteSession> session) {
    var paper = tokens.read(token).orElseThrow(() -> new Missing("paper-unknown"));
    var conference = conferences.get(paper.conference());
    var content =
        library
            .current(paper.conference(), paper.manifest())
            .filter(c -> c.version() >= paper.version())
            .orElseThrow(() -> new Missing("paper-unknown"));
    var facts = book.find(paper.conference(), paper.manifest());
    var difference =
        library.difference(
            paper.conference(), paper.manifest(), paper.version(), content.version());
    var since = library.versions(paper.conference(), paper.manifest()).getLast().cutAt();
    var code = paper.manifest().substring(paper.manifest().indexOf(':') + 1);
    return new Answer(
        conference.name(),
        paper.manifest(),
        paper.manifest().substring(0, Math.max(0, paper.manifest().indexOf(':'))),
        facts.map(f -> f.title()).orElse(code),
        content.header().get("starts"),
        paper.version(),
        content.version(),
        pages.times(paper.conference()).apply(since),
        difference.lines().isEmpty() && difference.headerFields().isEmpty() && !content.closed(),
        content.closed(),
        count(difference.lines(), true, false),
        count(difference.lines(), false, true),
        count(difference.lines(), false, false),
        List.copyOf(difference.headerFields().keySet()),
        session.filter(s -> receives(s, paper)).map(_ -> difference.lines()).orElse(null));
  }

  private boolean receives(SiteSession session, PaperTokens.Paper paper) {
    return session.conference().equals(paper.conference())
        && standings
            .find(session.conference(), session.contact(), paper.manifest())
            .filter(Standing::active)
            .isPresent();
  }

  private static int count(SortedMap<String, LineChange> lines, boolean added, boolean struck) {
    return Math.toIntExact(
        lines.values().stream()
            .filter(l -> (l.before() == null) == added && (l.after() == null) == struck)
            .count());
  }
}
