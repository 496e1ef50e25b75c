package org.huiwu.notification.personal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// What delegates have chosen on their pages: no more messages, and which language.
@Component
public class DelegateChoices {

  /// @param messages false: no reminders; a code that they ask for is sent all the same
  /// @param language `zh` or `en`
  public record Choice(boolean messages, String language) {
    public static final Choice NONE = new Choice(true, "zh");
  }

  private final JdbcTemplate jdbc;

  DelegateChoices(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  public Choice of(UUID conference, String person) {
    return of(conference, List.of(person)).getOrDefault(person, Choice.NONE);
  }

  /// Of those who have chosen anything.
  public Map<String, Choice> of(UUID conference, Collection<String> people) {
    Map<String, Choice> choices = new HashMap<>();
    jdbc.query(
        "select person, messages, language from delegate_choice where conference = ? and person = any(?)",
        row -> {
          choices.put(row.getString(1), new Choice(row.getBoolean(2), row.getString(3)));
        },
        conference,
        people.toArray(String[]::new));
    return choices;
  }

  public void keep(UUID conference, String person, Choice choice) {
    jdbc.update(
        """
        insert into delegate_choice (conference, person, messages, language) values (?, ?, ?, ?)
        on conflict (conference, person) do update set messages = excluded.messages, language = excluded.language\
        """,
        conference,
        person,
        choice.messages(),
        choice.language());
  }
}
