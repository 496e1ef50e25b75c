package org.huiwu.notification.contact;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The conference's contacts.
@Component
public class Contacts {
  private static final String COLUMNS =
      "code, role, name, phone, email, channels, webhook, works_from, works_to, stand_in, language";

  public record Stored(Contact contact, long version) {}

  private final JdbcTemplate jdbc;

  Contacts(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  public List<Contact> all(UUID conference) {
    return jdbc.query(
        "select " + COLUMNS + " from contact where conference = ? order by code",
        (row, _) -> contact(row),
        conference);
  }

  /// Those who hold a role, by code: the duty room, the chief liaisons.
  public List<Contact> inRole(UUID conference, String role) {
    return jdbc.query(
        "select " + COLUMNS + " from contact where conference = ? and role = ? order by code",
        (row, _) -> contact(row),
        conference,
        role);
  }

  /// By code, those of them that there are.
  public Map<String, Contact> of(UUID conference, Collection<String> codes) {
    return jdbc
        .query(
            "select " + COLUMNS + " from contact where conference = ? and code = any(?)",
            (row, _) -> contact(row),
            conference,
            codes.toArray(String[]::new))
        .stream()
        .collect(Collectors.toMap(Contact::code, Function.identity()));
  }

  public Optional<Stored> find(UUID conference, String code) {
    return jdbc
        .query(
            "select " + COLUMNS + ", version from contact where conference = ? and code = ?",
            (row, _) -> new Stored(contact(row), row.getLong("version")),
            conference,
            code)
        .stream()
        .findFirst();
  }

  /// @return whether the code was free
  public boolean add(UUID conference, Contact contact) {
    return jdbc.update(
            """
            insert into contact (conference, code, role, name, phone, email, channels, webhook, works_from, works_to, stand_in, language)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing\
            """,
            conference,
            contact.code(),
            contact.role(),
            contact.name(),
            contact.phone(),
            contact.email(),
            wire(contact.channels()),
            contact.webhook(),
            contact.worksFrom(),
            contact.worksTo(),
            contact.standIn(),
            contact.language())
        == 1;
  }

  public void replace(UUID conference, Contact contact) {
    jdbc.update(
        """
        update contact set role = ?, name = ?, phone = ?, email = ?, channels = ?, webhook = ?, works_from = ?, works_to = ?,
          stand_in = ?, language = ?, version = version + 1
        where conference = ? and code = ?\
        """,
        contact.role(),
        contact.name(),
        contact.phone(),
        contact.email(),
        wire(contact.channels()),
        contact.webhook(),
        contact.worksFrom(),
        contact.worksTo(),
        contact.standIn(),
        contact.language(),
        conference,
        contact.code());
  }

  /// With what messages to the contact's webhook are signed; told to nobody.
  public Optional<String> webhookSecret(UUID conference, String code) {
    return jdbc
        .queryForList(
            "select webhook_secret from contact where conference = ? and code = ? and webhook_secret is not null",
            String.class,
            conference,
            code)
        .stream()
        .findFirst();
  }

  public void keepWebhookSecret(UUID conference, String code, String secret) {
    jdbc.update(
        "update contact set webhook_secret = ? where conference = ? and code = ?",
        secret,
        conference,
        code);
  }

  private static Contact contact(ResultSet row) throws SQLException {
    return new Contact(
        row.getString("code"),
        row.getString("role"),
        row.getString("name"),
        row.getString("phone"),
        row.getString("email"),
        channels(row.getArray("channels")),
        row.getString("webhook"),
        row.getObject("works_from", LocalTime.class),
        row.getObject("works_to", LocalTime.class),
        row.getString("stand_in"),
        row.getString("language"));
  }

  private static @Nullable List<ChannelKind> channels(@Nullable Array array) throws SQLException {
    return array == null
        ? null
        : Arrays.stream((String[]) array.getArray()).map(ChannelKind::of).toList();
  }

  private static String @Nullable [] wire(@Nullable List<ChannelKind> channels) {
    return channels == null
        ? null
        : channels.stream().map(ChannelKind::wire).toArray(String[]::new);
  }
}
