package org.huiwu.gateway.token;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/// The secrets with which services ask for tokens of their own, one file each beside the signing
/// key.
public final class ServiceSecrets {
  private static final int BYTES = 32;

  private final Path folder;

  public ServiceSecrets(Path folder, Set<String> services) {
    this.folder = folder;
    services.forEach(this::of);
  }

  String of(String service) {
    return PrivateFiles.readOrCreate(folder.resolve("service-" + service), ServiceSecrets::fresh)
        .strip();
  }

  public boolean matches(String service, CharSequence given) {
    return MessageDigest.isEqual(
        of(service).getBytes(StandardCharsets.UTF_8),
        given.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String fresh() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
