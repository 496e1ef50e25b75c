package org.huiwu.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.huiwu.platform.embedded.Durability;
import org.huiwu.platform.embedded.KafkaBroker;
import org.huiwu.platform.embedded.KafkaSettings;
import org.huiwu.platform.embedded.PostgresServer;
import org.huiwu.platform.embedded.PostgresSettings;
import org.huiwu.platform.testsupport.TestDatabase;

/// A Kafka that speaks SASL over TLS only, and a PostgreSQL that speaks TLS; both with a
/// certificate made for the occasion, for 127.0.0.1.
final class SecuredServers implements AutoCloseable {
  static final String PASSWORD = "of the kitchen";
  private static final String STORE_PASSWORD = "of the store";
  private static final String ALIAS = "server";

  private final Path folder;
  private final KafkaBroker kafka;
  private final PostgresServer postgres;

  private SecuredServers(Path folder, KafkaBroker kafka, PostgresServer postgres) {
    this.folder = folder;
    this.kafka = kafka;
    this.postgres = postgres;
  }

  static SecuredServers start(Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    var store = makeKey(folder, "server");
    makeKey(folder, "stranger");
    var key = privateKey(folder, store);
    var kafka =
        KafkaBroker.start(
            KafkaSettings.in(folder.resolve("kafka"))
                .withDurability(Durability.FAST)
                .withOptions(
                    Map.of(
                        "listener.security.protocol.map",
                        "CLIENT:SASL_SSL,CONTROLLER:PLAINTEXT",
                        "sasl.enabled.mechanisms",
                        "PLAIN",
                        "sasl.mechanism.inter.broker.protocol",
                        "PLAIN",
                        "listener.name.client.plain.sasl.jaas.config",
                        signIn("broker", "its own")
                            .replace(";", " user_broker=\"its own\" user_kitchen=\"%s\";")
                            .formatted(PASSWORD),
                        "ssl.keystore.type",
                        "PKCS12",
                        "ssl.keystore.location",
                        store.toString(),
                        "ssl.keystore.password",
                        STORE_PASSWORD,
                        "ssl.truststore.type",
                        "PEM",
                        "ssl.truststore.location",
                        certificate(folder, "server").toString())));
    try {
      var postgres =
          PostgresServer.start(
              PostgresSettings.in(folder.resolve("postgres"))
                  .withDurability(Durability.FAST)
                  .withOptions(
                      Map.of(
                          "ssl", "on",
                          "ssl_cert_file", certificate(folder, "server").toString(),
                          "ssl_key_file", key.toString())));
      return new SecuredServers(folder, kafka, postgres);
    } catch (RuntimeException e) {
      kafka.close();
      throw e;
    }
  }

  /// @return the key store; its certificate is beside it
  private static Path makeKey(Path folder, String name) throws IOException, InterruptedException {
    var store = folder.resolve(name + ".p12");
    keytool(
        store,
        List.of(
            "-genkeypair", "-keyalg", "RSA", "-dname", "CN=" + name, "-ext", "san=ip:127.0.0.1"));
    keytool(store, List.of("-exportcert", "-rfc", "-file", certificate(folder, name).toString()));
    return store;
  }

  private static Path certificate(Path folder, String name) {
    return folder.resolve(name + ".pem");
  }

  private static void keytool(Path store, List<String> what)
      throws IOException, InterruptedException {
    var command = new java.util.ArrayList<>(what);
    command.addFirst(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(
        List.of("-alias", ALIAS, "-keystore", store.toString(), "-storepass", STORE_PASSWORD));
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(command.toString()).isZero();
  }

  private static Path privateKey(Path folder, Path store)
      throws IOException, GeneralSecurityException {
    var keys = KeyStore.getInstance(store.toFile(), STORE_PASSWORD.toCharArray());
    var encoded = keys.getKey(ALIAS, STORE_PASSWORD.toCharArray()).getEncoded();
    var lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    var file =
        Files.createFile(
            folder.resolve("server.key"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(
        file,
        "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
            .formatted(lines.encodeToString(encoded)));
  }

  private static String signIn(String user, String password) {
    return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";"
        .formatted(user, password);
  }

  /// The environment of a service that knows this password and trusts this certificate
  /// (docs/how-to-run-processes.md).
  Map<String, Object> environment(String password, String trusted) {
    Map<String, Object> environment = new HashMap<>();
    environment.put("HUIWU_MESSAGING_SERVICE", "kitchen");
    environment.put("HUIWU_MESSAGING_BOOTSTRAP", kafka.bootstrap());
    environment.put("HUIWU_MESSAGING_PARTITIONS", "1");
    environment.put("HUIWU_MESSAGING_KAFKA_SECURITY_PROTOCOL", "SASL_SSL");
    environment.put("HUIWU_MESSAGING_KAFKA_SASL_MECHANISM", "PLAIN");
    environment.put("HUIWU_MESSAGING_KAFKA_SASL_JAAS_CONFIG", signIn("kitchen", password));
    environment.put("HUIWU_MESSAGING_KAFKA_SSL_TRUSTSTORE_TYPE", "PEM");
    environment.put(
        "HUIWU_MESSAGING_KAFKA_SSL_TRUSTSTORE_LOCATION", certificate(folder, trusted).toString());
    return environment;
  }

  /// A database to which only TLS leads, and only to the server of this certificate.
  TestDatabase database(String name) {
    postgres.createDatabaseIfAbsent(name);
    return new TestDatabase(
        name,
        postgres.jdbcUrl(name)
            + "?sslmode=verify-full&sslrootcert="
            + certificate(folder, "server"),
        postgres.username(),
        postgres.password());
  }

  @Override
  public void close() {
    try {
      kafka.close();
    } finally {
      postgres.close();
    }
  }
}
