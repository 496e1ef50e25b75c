package org.huiwu.gateway.session;

import java.util.UUID;
import org.huiwu.gateway.account.Accounts;
import org.huiwu.gateway.account.FirstAdministrator;
import org.huiwu.gateway.account.Passwords;
import org.huiwu.gateway.audit.AuditTrail;
import org.huiwu.gateway.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/// Signs people in and out. A wrong password, an unknown account and a disabled one get the same
/// answer after the same time.
@Service
public class SignIn {
  private static final String PATH = "/session";
  private static final String DONE = "done";

  /// @param secret the cookie's value
  public record Begun(String secret, SignedIn who) {}

  private final Accounts accounts;
  private final Passwords passwords;
  private final Sessions sessions;
  private final SignInAttempts attempts;
  private final FirstAdministrator first;
  private final AuditTrail audit;

  SignIn(
      Accounts accounts,
      Passwords passwords,
      Sessions sessions,
      SignInAttempts attempts,
      FirstAdministrator first,
      AuditTrail audit) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
    this.attempts = attempts;
    this.first = first;
    this.audit = audit;
  }

  public Begun withPassword(String account, String password, String address) {
    check(account, password, "sign-in", address);
    return begin(account, address);
  }

  /// For somebody whom an issuer elsewhere has vouched for, too.
  public Begun begin(String account, String address) {
    var secret = sessions.begin(account, address);
    audit.write(account, "sign-in", PATH, DONE, address);
    return new Begun(secret, sessions.find(secret).orElseThrow(SignIn::refused));
  }

  public void end(SignedIn who, String address) {
    sessions.end(who.session());
    audit.write(who.account(), "sign-out", PATH, DONE, address);
  }

  /// All other sessions of the account end.
  public void changePassword(SignedIn who, String current, String fresh, String address) {
    if (!Passwords.isAcceptable(fresh) || fresh.equals(current)) {
      throw Problem.of(
          HttpStatus.UNPROCESSABLE_CONTENT, "password-unacceptable", Passwords.SHORTEST);
    }
    check(who.account(), current, "change-password", address);
    accounts.setPassword(who.account(), passwords.hash(fresh), false);
    sessions.endOthers(who.account(), who.session());
    first.passwordChanged(who.account());
    audit.write(who.account(), "change-password", PATH, DONE, address);
  }

  private void check(String account, String password, String action, String address) {
    var attempt = UUID.randomUUID();
    var named = account.length() > 64 ? account.substring(0, 64) : account;
    var wait = attempts.begin(attempt, named, address);
    if (wait.isPresent()) {
      audit.write(AuditTrail.NOBODY, action, PATH, "too-many-attempts", address);
      throw Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-attempts").retryAfter(wait.get());
    }
    if (!passwords.matches(password, accounts.passwordOf(account).orElse(null))) {
      // What was typed as an account may be a password: it is not written down.
      audit.write(
          accounts.find(account).isPresent() ? account : AuditTrail.NOBODY,
          action,
          PATH,
          "sign-in-refused",
          address);
      throw refused();
    }
    attempts.right(attempt);
  }

  private static Problem refused() {
    return Problem.of(HttpStatus.UNAUTHORIZED, "sign-in-refused");
  }
}
