package org.huiwu.notification.reminder;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The conference's templates. Of each kind but free text there is one from the beginning, under
/// the kind's own name, version 0 until somebody writes it anew.
@Component
public class ReminderTemplates {
  public record Stored(ReminderTemplate template, long version) {}

  private final JdbcTemplate jdbc;
  private final ReminderMessages messages;

  ReminderTemplates(JdbcTemplate jdbc, ReminderMessages messages) {
    this.jdbc = jdbc;
    this.messages = messages;
  }

  public List<Stored> all(UUID conference) {
    Map<String, Stored> all = new TreeMap<>();
    Arrays.stream(ReminderKind.values())
        .filter(k -> k != ReminderKind.FREE)
        .map(this::original)
        .forEach(s -> all.put(s.template().code(), s));
    jdbc.query(
        "select code, kind, zh, en, confidential, version, subject_zh, subject_en from reminder_template where conference = ?",
        row -> {
          all.put(
              row.getString(1),
              new Stored(
                  new ReminderTemplate(
                      row.getString(1),
                      ReminderKind.of(row.getString(2)),
                      row.getString(3),
                      row.getString(4),
                      row.getBoolean(5),
                      row.getString(7),
                      row.getString(8)),
                  row.getLong(6)));
        },
        conference);
    return List.copyOf(all.values());
  }

  public Optional<Stored> find(UUID conference, String code) {
    return all(conference).stream().filter(s -> s.template().code().equals(code)).findFirst();
  }

  private Stored original(ReminderKind kind) {
    var key = "reminder.default." + kind.wire();
    return new Stored(
        new ReminderTemplate(
            kind.wire(),
            kind,
            messages.say(Locale.CHINESE, key),
            messages.say(Locale.ENGLISH, key),
            false,
            "",
            ""),
        0);
  }

  /// @return its version
  public long keep(UUID conference, ReminderTemplate template, long version) {
    jdbc.update(
        """
        insert into reminder_template (conference, code, kind, zh, en, confidential, version, subject_zh, subject_en)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (conference, code) do update set kind = excluded.kind, zh = excluded.zh, en = excluded.en,
          confidential = excluded.confidential, version = excluded.version, subject_zh = excluded.subject_zh,
          subject_en = excluded.subject_en\
        """,
        conference,
        template.code(),
        template.kind().wire(),
        template.zh(),
        template.en(),
        template.confidential(),
        version + 1,
        template.subjectZh(),
        template.subjectEn());
    return version + 1;
  }
}
