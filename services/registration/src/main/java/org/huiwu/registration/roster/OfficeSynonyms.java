package org.huiwu.registration.roster;

import java.util.List;
import java.util.UUID;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.huiwu.registration.roster.reading.SynonymKind;
import org.huiwu.registration.roster.reading.Synonyms;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables of synonyms of each conference: those that come with the program, and what its clerks
/// add, for every office or for one.
@Repository
public class OfficeSynonyms {
  /// @param number of one conference's, in the order in which they were added
  public record Numbered(long number, OfficeSynonym synonym) {}

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
    return numbered(conference).stream().map(Numbered::synonym).toList();
  }

  /// What was added, in that order, with the number by which it is removed.
  public List<Numbered> numbered(UUID conference) {
    return client
        .sql(
            "select added, kind, wording, meaning, delegation from office_synonym where conference = ? order by added")
        .param(conference)
        .query((row, _) ->
            new Numbered(
                row.getLong(1),
                new OfficeSynonym(
                    SynonymKind.valueOf(row.getString(2)),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5))))
        .list();
  }

  /// What was read with it stays as it is; files read from now on are read without it.
  ///
  /// @throws Missing `synonym-unknown` when nothing was added under this number, or it is gone
  public Numbered remove(UUID conference, long number) {
    var found =
        numbered(conference).stream()
            .filter(one -> one.number() == number)
            .findFirst()
            .orElseThrow(() -> new Missing("synonym-unknown", number));
    client
        .sql("delete from office_synonym where conference = ? and added = ?")
        .params(conference, number)
        .update();
    return found;
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
