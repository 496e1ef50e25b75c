package org.huiwu.notification.contact;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The conference's contacts.
@Component
public class Contacts {
  public record Stored(Contact contact, long version) {}

  private final JdbcTemplate jdbc;

  Contacts(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  public List<Contact> all(UUID conference) {
    return jdbc.query(
        "select code, role, name, phone, email, version from contact where conference = ? order by code",
        (row, _) ->
            new Contact(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5)),
        conference);
  }

  public Optional<Stored> find(UUID conference, String code) {
    return jdbc
        .query(
            "select code, role, name, phone, email, version from contact where conference = ? and code = ?",
            (row, _) ->
                new Stored(
                    new Contact(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5)),
                    row.getLong(6)),
            conference,
            code)
        .stream()
        .findFirst();
  }

  /// @return whether the code was free
  public boolean add(UUID conference, Contact contact) {
    return jdbc.update(
            "insert into contact (conference, code, role, name, phone, email) values (?, ?, ?, ?, ?, ?) on conflict do nothing",
            conference,
            contact.code(),
            contact.role(),
            contact.name(),
            contact.phone(),
            contact.email())
        == 1;
  }

  public void replace(UUID conference, Contact contact) {
    jdbc.update(
        "update contact set role = ?, name = ?, phone = ?, email = ?, version = version + 1 where conference = ? and code = ?",
        contact.role(),
        contact.name(),
        contact.phone(),
        contact.email(),
        conference,
        contact.code());
  }
}
