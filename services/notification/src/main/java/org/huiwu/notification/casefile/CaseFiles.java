package org.huiwu.notification.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.notification.casefile.CaseFile.Acknowledgement;
import org.huiwu.notification.casefile.CaseFile.Recipient;
import org.huiwu.notification.casefile.CaseFile.Sent;
import org.huiwu.notification.casefile.CaseFile.Settlement;
import org.huiwu.notification.casefile.CaseFile.Told;
import org.huiwu.notification.casefile.CaseLetters.Version;
import org.huiwu.notification.ripple.ChangeLibrary;
import org.huiwu.notification.upstream.ManifestBook;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Tells the whole story of one change.
@Component
public class CaseFiles {
  private static final String SELECT =
      """
      select r.manifest, r.version, r.contact, s.acknowledged, s.settled, s.seen, s.active, s.ladder_step, s.due,
        a.name, a.how, a.version, a.at, t.settled_by, t.reason, t.version, t.at
      from\
      """
          + " "
          + CaseLists.RECIPIENTS
          + """
          left join acknowledgement a on a.conference = r.conference and a.contact = r.contact
            and a.manifest = r.manifest and a.covers_from <= r.version and a.version >= r.version
          left join settlement t on t.conference = r.conference and t.contact = r.contact
            and t.manifest = r.manifest and t.covers_from <= r.version and t.version >= r.version
          where v.root = ? and v.conference = ?
          order by r.manifest, r.version, r.contact\
          """;

  private record Stands(
      Version version,
      long acknowledged,
      long settled,
      long seen,
      boolean receives,
      boolean escalated,
      @Nullable LocalDateTime due,
      @Nullable Acknowledgement acknowledgement,
      @Nullable Settlement settlement) {

    /// A step is about all versions that were owed when it was taken.
    boolean concerns(EscalationNotes.Note step) {
      return step.contact().equals(version.contact())
          && step.manifest().equals(version.manifest())
          && step.version() >= version.version()
          && (acknowledgement == null || !step.at().isAfter(acknowledgement.at()))
          && (settlement == null || !step.at().isAfter(settlement.at()));
    }

    Recipient with(List<Sent> letters, List<EscalationNotes.Note> escalations) {
      var state =
          RecipientState.of(
              version.version(),
              acknowledged,
              settled,
              seen,
              receives,
              escalated,
              letters.stream().map(Sent::state).toList());
      return new Recipient(
          version.contact(), state, due, letters, acknowledgement, settlement, escalations);
    }
  }

  private final JdbcTemplate jdbc;
  private final ChangeLibrary changes;
  private final CaseLetters letters;
  private final ManifestBook book;
  private final ObjectProvider<EscalationNotes> escalations;

  CaseFiles(
      JdbcTemplate jdbc,
      ChangeLibrary changes,
      CaseLetters letters,
      ManifestBook book,
      ObjectProvider<EscalationNotes> escalations) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.letters = letters;
    this.book = book;
    this.escalations = escalations;
  }

  /// Empty when the change is not known (yet).
  public Optional<CaseFile> find(UUID conference, UUID change) {
    return changes
        .find(conference, change)
        .map(view -> {
          var told = told(conference, change);
          var outstanding =
              told.stream()
                  .flatMap(t -> t.recipients().stream())
                  .filter(r -> r.state().outstanding())
                  .count();
          return new CaseFile(CaseState.of(view.state(), outstanding > 0), outstanding, view, told);
        });
  }

  private List<Told> told(UUID conference, UUID change) {
    var stands = jdbc.query(SELECT, (row, _) -> stands(row), change, conference);
    var sent = letters.of(conference, stands.stream().map(Stands::version).toList());
    var manifests = stands.stream().map(s -> s.version().manifest()).distinct().toList();
    var notes =
        escalations.orderedStream().flatMap(e -> e.of(conference, manifests).stream()).toList();
    var facts = book.of(conference, manifests);
    Map<String, Told> told = new LinkedHashMap<>();
    for (var one : stands) {
      var version = one.version();
      var fact = facts.get(version.manifest());
      told.computeIfAbsent(
              version.manifest() + '@' + version.version(),
              _ ->
                  new Told(
                      version.manifest(),
                      version.version(),
                      fact == null ? null : fact.title(),
                      new ArrayList<>()))
          .recipients()
          .add(
              one.with(
                  sent.getOrDefault(version, List.of()),
                  notes.stream().filter(one::concerns).toList()));
    }
    return List.copyOf(told.values());
  }

  private static Stands stands(ResultSet row) throws SQLException {
    return new Stands(
        new Version(row.getString(3), row.getString(1), row.getLong(2)),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6),
        row.getBoolean(7),
        row.getInt(8) > 0,
        row.getObject(9, LocalDateTime.class),
        row.getString(10) == null
            ? null
            : new Acknowledgement(
                row.getString(10), row.getString(11), row.getLong(12), instant(row, 13)),
        row.getString(14) == null
            ? null
            : new Settlement(
                row.getString(14), row.getString(15), row.getLong(16), instant(row, 17)));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at.toInstant();
  }
}
