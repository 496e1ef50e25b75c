package org.huiwu.gateway.account.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huiwu.gateway.account.Account;
import org.huiwu.gateway.account.Accounts;
import org.huiwu.gateway.account.FirstAdministrator;
import org.huiwu.gateway.account.Passwords;
import org.huiwu.gateway.audit.AuditTrail;
import org.huiwu.gateway.session.Sessions;
import org.huiwu.gateway.session.SignedIn;
import org.huiwu.gateway.web.ClientAddress;
import org.huiwu.gateway.web.Problem;
import org.huiwu.gateway.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The administrator's list of accounts. Granting and revoking one role commute with each other, so
/// they need no If-Match (it is honoured when sent); everything else does.
@RestController
@RequestMapping("/accounts")
class AccountsController {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,63}");
  private static final Pattern VERSION = Pattern.compile("(?:W/)?\"?([0-9]{1,19})\"?");
  private static final int LONGEST_DISPLAY = 100;
  private static final String IF_MATCH = "If-Match";

  record NewAccount(String account, String name, @Nullable String password) {}

  record ChangedAccount(
      @Nullable String name, @Nullable Boolean enabled, @Nullable String password) {}

  private final Accounts accounts;
  private final Passwords passwords;
  private final Sessions sessions;
  private final FirstAdministrator first;
  private final AuditTrail audit;
  private final ClientAddress address;
  private final KnownRoles roles;
  private final TransactionTemplate transaction;

  AccountsController(
      Accounts accounts,
      Passwords passwords,
      Sessions sessions,
      FirstAdministrator first,
      AuditTrail audit,
      ClientAddress address,
      KnownRoles roles,
      TransactionTemplate transaction) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
    this.first = first;
    this.audit = audit;
    this.address = address;
    this.roles = roles;
    this.transaction = transaction;
  }

  @GetMapping
  List<Account> all() {
    return accounts.all();
  }

  @GetMapping("/{account}")
  ResponseEntity<Account> one(@PathVariable String account) {
    return answer(HttpStatus.OK, get(account));
  }

  @PostMapping
  ResponseEntity<Account> add(
      @RequestBody NewAccount body,
      @AuthenticationPrincipal SignedIn who,
      HttpServletRequest request) {
    if (body.account() == null || !NAME.matcher(body.account()).matches()) {
      throw Problems.invalid("account");
    }
    display(body.name());
    var hash = body.password() == null ? null : hash(body.password());
    transaction.executeWithoutResult(_ -> {
      if (!accounts.add(body.account(), body.name().strip(), hash, false)) {
        throw Problem.of(HttpStatus.CONFLICT, "account-exists", body.account());
      }
      note(who, "add-account", request);
    });
    return answer(HttpStatus.CREATED, get(body.account()));
  }

  @PatchMapping("/{account}")
  ResponseEntity<Account> change(
      @PathVariable String account,
      @RequestBody ChangedAccount body,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String match,
      @AuthenticationPrincipal SignedIn who,
      HttpServletRequest request) {
    if (body.name() != null) {
      display(body.name());
    }
    var hash = body.password() == null ? null : hash(body.password());
    transaction.executeWithoutResult(_ -> {
      accounts.lock();
      var read = matching(account, match, true);
      var enabled = body.enabled() == null ? read.enabled() : body.enabled();
      if (!enabled) {
        mustLeaveAnAdministrator(account);
      }
      accounts.change(read, body.name() == null ? read.name() : body.name().strip(), enabled);
      if (hash != null) {
        accounts.setPassword(account, hash, false);
      }
      if (hash != null || !enabled) {
        sessions.endAll(account);
      }
      note(who, "change-account", request);
    });
    if (hash != null) {
      first.passwordChanged(account);
    }
    return answer(HttpStatus.OK, get(account));
  }

  @DeleteMapping("/{account}")
  ResponseEntity<Void> remove(
      @PathVariable String account,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String match,
      @AuthenticationPrincipal SignedIn who,
      HttpServletRequest request) {
    transaction.executeWithoutResult(_ -> {
      accounts.lock();
      matching(account, match, true);
      mustLeaveAnAdministrator(account);
      accounts.remove(account);
      note(who, "remove-account", request);
    });
    return ResponseEntity.noContent().build();
  }

  @PutMapping("/{account}/grants/{scope}/{role}")
  ResponseEntity<Account> grant(
      @PathVariable String account,
      @PathVariable String scope,
      @PathVariable String role,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String match,
      @AuthenticationPrincipal SignedIn who,
      HttpServletRequest request) {
    var where = scope(scope, role);
    transaction.executeWithoutResult(_ -> {
      accounts.lock();
      matching(account, match, false);
      accounts.grant(account, where, role);
      note(who, "grant", request);
    });
    return answer(HttpStatus.OK, get(account));
  }

  @DeleteMapping("/{account}/grants/{scope}/{role}")
  ResponseEntity<Account> revoke(
      @PathVariable String account,
      @PathVariable String scope,
      @PathVariable String role,
      @RequestHeader(name = IF_MATCH, required = false) @Nullable String match,
      @AuthenticationPrincipal SignedIn who,
      HttpServletRequest request) {
    var where = scope(scope, role);
    transaction.executeWithoutResult(_ -> {
      accounts.lock();
      matching(account, match, false);
      if (role.equals(FirstAdministrator.ROLE)) {
        mustLeaveAnAdministrator(account);
      }
      accounts.revoke(account, where, role);
      note(who, "revoke", request);
    });
    return answer(HttpStatus.OK, get(account));
  }

  private Account get(String account) {
    return accounts
        .find(account)
        .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "account-unknown", account));
  }

  private Account matching(String account, @Nullable String match, boolean required) {
    var current = get(account);
    if (match == null) {
      if (required) {
        throw Problem.of(HttpStatus.PRECONDITION_REQUIRED, "version-required");
      }
      return current;
    }
    var version = VERSION.matcher(match.strip());
    if (!version.matches()) {
      throw Problem.of(HttpStatus.BAD_REQUEST, "header-malformed", IF_MATCH);
    }
    if (!version.group(1).equals(Long.toString(current.version()))) {
      throw Problem.of(HttpStatus.PRECONDITION_FAILED, "version-stale").with("current", current);
    }
    return current;
  }

  private void mustLeaveAnAdministrator(String account) {
    if (!accounts.anotherAdministrator(account)) {
      throw Problem.of(HttpStatus.CONFLICT, "last-administrator", account);
    }
  }

  /// @return the scope as it is kept
  private String scope(String scope, String role) {
    if (!roles.all().contains(role)) {
      throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "role-unknown", role);
    }
    if (scope.equals(SignedIn.PLATFORM)) {
      return scope;
    }
    if (KnownRoles.PLATFORM_ONLY.contains(role)) {
      throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "role-of-platform", role);
    }
    try {
      return UUID.fromString(scope).toString();
    } catch (IllegalArgumentException _) {
      throw Problems.invalid("scope");
    }
  }

  private String hash(String password) {
    if (password.length() > Passwords.LONGEST) {
      throw Problems.invalid("password");
    }
    if (!Passwords.isAcceptable(password)) {
      throw Problem.of(
          HttpStatus.UNPROCESSABLE_CONTENT, "password-unacceptable", Passwords.SHORTEST);
    }
    return passwords.hash(password);
  }

  private static void display(@Nullable String name) {
    if (name == null || name.isBlank() || name.length() > LONGEST_DISPLAY) {
      throw Problems.invalid("name");
    }
  }

  /// In the command's own transaction: neither is there without the other.
  private void note(SignedIn who, String action, HttpServletRequest request) {
    audit.write(who.account(), action, request.getRequestURI(), "done", address.of(request));
  }

  private static ResponseEntity<Account> answer(HttpStatus status, Account account) {
    return ResponseEntity.status(status).eTag("\"" + account.version() + "\"").body(account);
  }
}
