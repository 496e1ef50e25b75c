package org.huiwu.gateway.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// The accounts and what they hold where. Whatever takes something away raises the account's
/// `rights`: its tokens and streams are void from then on.
@Repository
public class Accounts {
  private static final String SELECT =
      """
      select a.name, a.display, a.enabled, a.must_change_password, a.version, g.scope, g.role
      from account a left join account_grant g on g.account = a.name\
      """;

  private final JdbcTemplate jdbc;

  Accounts(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  public boolean isEmpty() {
    return jdbc.queryForList("select 1 from account limit 1").isEmpty();
  }

  public List<Account> all() {
    return query(" order by a.name, g.scope, g.role");
  }

  public Optional<Account> find(String account) {
    return query(" where a.name = ? order by g.scope, g.role", account).stream().findFirst();
  }

  private List<Account> query(String rest, Object... arguments) {
    Map<String, Account> all = new LinkedHashMap<>();
    jdbc.query(
        SELECT + rest,
        row -> {
          var account =
              all.computeIfAbsent(
                  row.getString(1),
                  name -> {
                    try {
                      return new Account(
                          name,
                          row.getString(2),
                          row.getBoolean(3),
                          row.getBoolean(4),
                          new ArrayList<>(),
                          row.getLong(5));
                    } catch (java.sql.SQLException e) {
                      throw new IllegalStateException(e);
                    }
                  });
          if (row.getString(6) != null) {
            account.grants().add(new Account.Grant(row.getString(6), row.getString(7)));
          }
        },
        arguments);
    return List.copyOf(all.values());
  }

  /// @return the hash of an enabled account's password, if it has one
  public Optional<String> passwordOf(String account) {
    return jdbc
        .queryForList(
            "select password from account where name = ? and enabled and password is not null",
            String.class,
            account)
        .stream()
        .findFirst();
  }

  /// @param password hashed; null for one who signs in elsewhere
  /// @return false when the name is taken
  public boolean add(
      String account, String name, @Nullable String password, boolean mustChangePassword) {
    try {
      jdbc.update(
          "insert into account (name, display, password, must_change_password) values (?, ?, ?, ?)",
          account,
          name,
          password,
          mustChangePassword);
      return true;
    } catch (DuplicateKeyException _) {
      return false;
    }
  }

  /// The account of somebody whom an OIDC issuer knows; made at their first sign-in, holding
  /// nothing.
  ///
  /// @param wanted the name to give it; where it is taken, a number is added
  public Optional<Account> ofIssuer(String issuer, String subject, String wanted, String name) {
    for (int n = 1; find(issuer, subject).isEmpty(); n++) {
      jdbc.update(
          "insert into account (name, display, issuer, subject) values (?, ?, ?, ?) on conflict do nothing",
          n == 1 ? wanted : wanted + "-" + n,
          name,
          issuer,
          subject);
    }
    return find(issuer, subject).flatMap(this::find).filter(Account::enabled);
  }

  private Optional<String> find(String issuer, String subject) {
    return jdbc
        .queryForList(
            "select name from account where issuer = ? and subject = ?",
            String.class,
            issuer,
            subject)
        .stream()
        .findFirst();
  }

  /// @return whether it was still at that version
  public boolean change(Account read, String name, boolean enabled) {
    return jdbc.update(
            """
            update account set display = ?, enabled = ?, version = version + 1, rights = rights + 1
            where name = ? and version = ?\
            """,
            name,
            enabled,
            read.account(),
            read.version())
        == 1;
  }

  public void setPassword(String account, String password, boolean mustChangePassword) {
    jdbc.update(
        "update account set password = ?, must_change_password = ?, version = version + 1 where name = ?",
        password,
        mustChangePassword,
        account);
  }

  public void remove(String account) {
    jdbc.update("delete from account where name = ?", account);
  }

  public void grant(String account, String scope, String role) {
    changed(
        account,
        jdbc.update(
            "insert into account_grant (account, scope, role) values (?, ?, ?) on conflict do nothing",
            account,
            scope,
            role));
  }

  public void revoke(String account, String scope, String role) {
    changed(
        account,
        jdbc.update(
            "delete from account_grant where account = ? and scope = ? and role = ?",
            account,
            scope,
            role));
  }

  private void changed(String account, int rows) {
    if (rows > 0) {
      jdbc.update(
          "update account set version = version + 1, rights = rights + 1 where name = ?", account);
    }
  }

  /// Whether anybody else could still administer the platform.
  public boolean anotherAdministrator(String account) {
    return !jdbc.queryForList(
            """
            select 1 from account_grant g join account a on a.name = g.account
            where g.scope = 'platform' and g.role = 'administrator' and a.enabled and a.name <> ? limit 1\
            """,
            account)
        .isEmpty();
  }

  /// One instance at a time, until the transaction ends.
  public void lock() {
    jdbc.query("select pg_advisory_xact_lock(hashtext('huiwu.accounts'))", _ -> {});
  }
}
