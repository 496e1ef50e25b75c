package org.huiwu.gateway.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.huiwu.gateway.GatewayProperties;
import org.huiwu.gateway.session.SignedIn;
import org.huiwu.gateway.token.PrivateFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// A platform without accounts gets one administrator; the password is random, in a file that only
/// the platform's user may read, and gone once it was changed.
@Component
public class FirstAdministrator implements SmartInitializingSingleton {
  public static final String NAME = "administrator";
  public static final String ROLE = "administrator";
  private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

  private final Accounts accounts;
  private final Passwords passwords;
  private final TransactionTemplate transaction;
  private final Path file;

  FirstAdministrator(
      Accounts accounts,
      Passwords passwords,
      TransactionTemplate transaction,
      GatewayProperties properties) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.transaction = transaction;
    this.file = properties.administratorPassword();
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (accounts.isEmpty()) {
      transaction.executeWithoutResult(_ -> make());
    }
  }

  private void make() {
    accounts.lock();
    if (!accounts.isEmpty()) {
      return;
    }
    var password = passwords.random();
    accounts.add(NAME, "Administrator", passwords.hash(password), true);
    accounts.grant(NAME, SignedIn.PLATFORM, ROLE);
    PrivateFiles.write(file, password + "\n");
    log.info("The administrator's one-time password is in {}", file);
  }

  /// The one-time password is good no more.
  public void passwordChanged(String account) {
    if (account.equals(NAME)) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
