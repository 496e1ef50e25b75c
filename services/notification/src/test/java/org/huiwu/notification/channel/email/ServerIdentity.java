package org.huiwu.notification.channel.email;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A key of a mail server and the certificate that vouches for it, made anew.
///
/// @param certificate in PEM
record ServerIdentity(Path store, Path certificate) {
  private static final String PASSWORD = "of-a-test";

  /// @param name for which the certificate is
  static ServerIdentity of(Path folder, String name) throws IOException, InterruptedException {
    var store = folder.resolve(name + ".p12");
    var certificate = folder.resolve(name + ".pem");
    keytool(
        store, "-genkeypair", "-keyalg", "RSA", "-dname", "CN=" + name, "-ext", "san=dns:" + name);
    keytool(store, "-exportcert", "-rfc", "-file", certificate.toString());
    return new ServerIdentity(store, certificate);
  }

  SSLContext context() throws GeneralSecurityException, IOException {
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static void keytool(Path store, String... what) throws IOException, InterruptedException {
    var command = new java.util.ArrayList<>(List.of(what));
    command.addFirst(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(
        List.of("-alias", "server", "-keystore", store.toString(), "-storepass", PASSWORD));
    var said = Files.createTempFile(store.getParent(), "keytool", ".txt");
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IllegalStateException(Files.readString(said));
    }
  }
}
