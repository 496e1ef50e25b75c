package org.huiwu.registration.participant.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiwu.registration.delegation.Delegation;
import org.huiwu.registration.delegation.Delegations;
import org.huiwu.registration.participant.PeopleSearch;
import org.huiwu.registration.text.NameSound;
import org.huiwu.registration.text.SearchKey;
import org.huiwu.registration.text.SearchWords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Looks through a conference's people in the keys that are kept with them (V4, V5): one pass over
/// short texts, a few milliseconds for thousands. Nothing that was typed is part of a statement.
@Repository
class PeopleSearchTable implements PeopleSearch {
  private static final int SHORTEST_ID = 6;
  private static final int SHORTEST_DIGITS = 3;
  private static final String NOWHERE = "3";

  /// One word: where it must be found, and how near it is to the name.
  private static final String IN_THE_NAME = "strpos(name_search, ?) > 0";

  private static final String ORDER = " order by near, delegation collate \"C\", registered";

  private final JdbcClient client;
  private final Delegations delegations;

  PeopleSearchTable(JdbcClient client, Delegations delegations) {
    this.client = client;
    this.delegations = delegations;
  }

  @Override
  public Found search(UUID conference, Question question) {
    var named = question.words().isEmpty() ? List.<Named>of() : named(conference);
    List<Object> near = new ArrayList<>();
    List<Object> where = new ArrayList<>(List.of(conference));
    var sql =
        new StringBuilder("with hit as materialized (select person, delegation, registered, ");
    sql.append(nearness(question.words(), near));
    sql.append(" as near from participant where conference = ?");
    question.words().forEach(word -> sql.append(found(word, named, where)));
    filter(question, sql, where);
    sql.append("), page as (select person, near, (select count(*) from hit) as total from hit");
    List<Object> parameters = new ArrayList<>(near);
    parameters.addAll(where);
    if (question.after() instanceof After after) {
      sql.append(" where (near, delegation collate \"C\", registered) > (?, ? collate \"C\", ?)");
      parameters.addAll(List.of(after.near(), after.delegation(), after.registered()));
    }
    sql.append(ORDER).append(" limit ?) select ").append(ParticipantTable.COLUMNS);
    sql.append(", name_sound, registered, near, total from participant join page using (person)");
    sql.append(" where conference = ?").append(ORDER);
    parameters.addAll(List.of(question.limit(), conference));
    long[] total = {0};
    var hits =
        client
            .sql(sql.toString())
            .params(parameters)
            .query((row, n) -> {
              total[0] = row.getLong("total");
              var participant = ParticipantTable.participant(row, n);
              return new Hit(
                  participant,
                  row.getString("name_sound"),
                  new After(
                      row.getInt("near"), participant.delegation(), row.getLong("registered")));
            })
            .list();
    return new Found(hits, total[0]);
  }

  private static void filter(Question question, StringBuilder sql, List<Object> where) {
    if (question.delegation() instanceof String delegation) {
      sql.append(" and delegation = ?");
      where.add(delegation);
    }
    if (question.rank() instanceof Integer rank) {
      sql.append(" and rank = ?");
      where.add(rank);
    }
    if (question.attending() instanceof Boolean attending) {
      sql.append(" and attending = ?");
      where.add(attending);
    }
  }

  private static String nearness(List<String> words, List<Object> parameters) {
    return words.isEmpty()
        ? NOWHERE
        : words.stream()
            .map(word -> {
              parameters.add(SearchKey.WHOLE + word + SearchKey.END);
              parameters.add(SearchKey.WHOLE + word);
              parameters.add(inTheName(word));
              return "case when "
                  + IN_THE_NAME
                  + " then 0 when "
                  + IN_THE_NAME
                  + " then 1 when "
                  + IN_THE_NAME
                  + " then 2 else 3 end";
            })
            .collect(Collectors.joining(", ", "least(", ")"));
  }

  /// A sound is found where a syllable begins, characters anywhere.
  private static String inTheName(String word) {
    return SearchWords.isTyped(word) ? SearchKey.LATER + word : word;
  }

  private static String found(String word, List<Named> delegations, List<Object> parameters) {
    List<String> ways =
        new ArrayList<>(List.of(IN_THE_NAME, IN_THE_NAME, "strpos(title_search, ?) > 0"));
    parameters.add(SearchKey.WHOLE + word);
    parameters.add(inTheName(word));
    parameters.add(word);
    if (word.length() >= SHORTEST_DIGITS && word.chars().allMatch(PeopleSearchTable::isOfAPhone)) {
      ways.add("strpos(phone, ?) > 0");
      parameters.add(word);
    }
    if (word.length() >= SHORTEST_ID && SearchWords.isTyped(word)) {
      ways.add("starts_with(person, ?)");
      parameters.add(word);
    }
    var codes =
        delegations.stream().filter(d -> d.is(word)).map(Named::code).toArray(String[]::new);
    if (codes.length > 0) {
      ways.add("delegation = any (?)");
      parameters.add(codes);
    }
    return ways.stream().collect(Collectors.joining(" or ", " and (", ")"));
  }

  private static boolean isOfAPhone(int character) {
    return character >= '0' && character <= '9' || character == '+' || character == '-';
  }

  private List<Named> named(UUID conference) {
    return delegations.all(conference).stream().map(Named::of).toList();
  }

  /// A delegation, as it is looked for.
  private record Named(String code, String plainCode, String key) {
    static Named of(Delegation delegation) {
      return new Named(
          delegation.code(),
          String.join("", SearchWords.of(delegation.code())),
          SearchKey.of(delegation.name(), NameSound.of(delegation.name())));
    }

    boolean is(String word) {
      return plainCode.startsWith(word)
          || key.contains(SearchKey.WHOLE + word)
          || !SearchWords.isTyped(word) && key.contains(word);
    }
  }
}
