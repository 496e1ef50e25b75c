package org.huiwu.registration.roster;

import java.util.List;
import java.util.UUID;
import org.huiwu.registration.roster.reading.SynonymKind;
import org.huiwu.registration.roster.reading.Synonyms;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables of synonyms of each conference: those that come with the program, and what its office
/// adds.
@Repository
public class OfficeSynonyms {
  private final JdbcClient client;
  private final JdbcTemplate jdbc;

  OfficeSynonyms(JdbcClient client, JdbcTemplate jdbc) {
    this.client = client;
    this.jdbc = jdbc;
  }

  public Synonyms tables(UUID conference) {
    var tables = Synonyms.standard();
    for (var synonym : all(conference)) {
      tables = synonym.addedTo(tables);
    }
    return tables;
  }

  /// What the office added, in that order.
  public List<OfficeSynonym> all(UUID conference) {
    return client
        .sql(
            "select kind, wording, meaning from office_synonym where conference = ? order by added")
        .param(conference)
        .query((row, _) ->
            new OfficeSynonym(
                SynonymKind.valueOf(row.getString(1)), row.getString(2), row.getString(3)))
        .list();
  }

  /// @throws org.huiwu.platform.web.problem.ProblemException.Refused `synonym-meaningless`
  public void add(UUID conference, List<OfficeSynonym> synonyms) {
    var tables = Synonyms.standard();
    for (var synonym : synonyms) {
      tables = synonym.addedTo(tables);
    }
    jdbc.batchUpdate(
        "insert into office_synonym (conference, kind, wording, meaning) values (?, ?, ?, ?)",
        synonyms.stream()
            .map(s -> new Object[] {conference, s.kind().name(), s.wording(), s.meaning()})
            .toList());
  }
}
