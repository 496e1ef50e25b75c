package org.huiwu.registration.roster;

import java.util.List;
import java.util.UUID;
import org.huiwu.registration.roster.reading.SynonymKind;
import org.huiwu.registration.roster.reading.Synonyms;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables of synonyms of each conference: those that come with the program, and what its clerks
/// add, for every office or for one.
@Repository
public class OfficeSynonyms {
  private final JdbcClient client;
  private final JdbcTemplate jdbc;

  OfficeSynonyms(JdbcClient client, JdbcTemplate jdbc) {
    this.client = client;
    this.jdbc = jdbc;
  }

  /// The tables with which the files of one office are read: what was said of just this office
  /// wins.
  public Synonyms tables(UUID conference, String delegation) {
    var tables = Synonyms.standard();
    var added = all(conference);
    for (var synonym : added) {
      tables = synonym.delegation() == null ? synonym.addedTo(tables) : tables;
    }
    for (var synonym : added) {
      tables = delegation.equals(synonym.delegation()) ? synonym.addedTo(tables) : tables;
    }
    return tables;
  }

  /// With the words of all offices.
  public Synonyms tables(UUID conference) {
    var tables = Synonyms.standard();
    for (var synonym : all(conference)) {
      tables = synonym.addedTo(tables);
    }
    return tables;
  }

  /// What was added, in that order.
  public List<OfficeSynonym> all(UUID conference) {
    return client
        .sql(
            "select kind, wording, meaning, delegation from office_synonym where conference = ? order by added")
        .param(conference)
        .query((row, _) ->
            new OfficeSynonym(
                SynonymKind.valueOf(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4)))
        .list();
  }

  /// @throws org.huiwu.platform.web.problem.ProblemException.Refused `synonym-meaningless`
  public void add(UUID conference, List<OfficeSynonym> synonyms) {
    var tables = Synonyms.standard();
    for (var synonym : synonyms) {
      tables = synonym.addedTo(tables);
    }
    jdbc.batchUpdate(
        "insert into office_synonym (conference, kind, wording, meaning, delegation) values (?, ?, ?, ?, ?)",
        synonyms,
        synonyms.size(),
        (insert, s) -> {
          insert.setObject(1, conference);
          insert.setString(2, s.kind().name());
          insert.setString(3, s.wording());
          insert.setString(4, s.meaning());
          insert.setString(5, s.delegation());
        });
  }
}
