package org.huiwu.gateway.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Passwords are kept as Spring's DelegatingPasswordEncoder makes them (bcrypt now; the hash says
/// which, so that it can change). Hashing is slow on purpose: at most two at a time, so that a
/// flood of sign-ins leaves the rest of the platform its processors.
@Component
public class Passwords {
  /// What bcrypt takes in.
  public static final int LONGEST_BYTES = 72;

  public static final int SHORTEST = 10;

  /// In characters; longer ones are not even looked at.
  public static final int LONGEST = 200;

  private static final int RANDOM_BYTES = 18;
  private static final int AT_ONCE = 2;

  private final PasswordEncoder encoder =
      PasswordEncoderFactories.createDelegatingPasswordEncoder();
  private final Semaphore turn = new Semaphore(AT_ONCE);
  private final SecureRandom random = new SecureRandom();

  /// Made once it is needed, so that the start does not pay for it.
  private volatile @Nullable String nobodys;

  public String hash(String password) {
    return inTurn(() -> String.valueOf(encoder.encode(password)));
  }

  /// @param hash null where there is no such account: it takes as long
  public boolean matches(String password, @Nullable String hash) {
    if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
      return false;
    }
    var known = hash == null ? nobodys() : hash;
    return inTurn(() -> encoder.matches(password, known)) && hash != null;
  }

  public static boolean isAcceptable(String password) {
    return password.codePointCount(0, password.length()) >= SHORTEST
        && password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES;
  }

  public String random() {
    var bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private String nobodys() {
    var known = nobodys;
    if (known == null) {
      known = hash(random());
      nobodys = known;
    }
    return known;
  }

  private <T> T inTurn(java.util.function.Supplier<T> work) {
    turn.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      turn.release();
    }
  }
}
