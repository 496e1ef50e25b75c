package org.huiwu.platform.testsupport.access;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Stands in the gateway's place as the issuer of tokens: a key of its own, published as a JWKS on
/// a port of its own. Services under test verify its tokens exactly as they verify the gateway's;
/// only the address of the keys differs. One a JVM.
public final class TestIssuer {
  private static final int KEY_BITS = 2048;
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final String SECRET = UUID.randomUUID().toString();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final TestIssuer ISSUER = new TestIssuer();

  private final List<KeyPair> keys = new CopyOnWriteArrayList<>();
  private final String address;

  /// What a token says.
  ///
  /// @param conference null for paths without one
  /// @param roles in that conference
  /// @param platformRoles on the platform
  /// @param conferences where the path has none: those in which something is held
  public record Claims(
      String issuer,
      String audience,
      String account,
      @Nullable UUID conference,
      Collection<String> roles,
      Collection<String> platformRoles,
      Collection<UUID> conferences,
      Instant issuedAt,
      Duration life) {

    public Claims withAudience(String other) {
      return new Claims(
          issuer, other, account, conference, roles, platformRoles, conferences, issuedAt, life);
    }

    public Claims withIssuer(String other) {
      return new Claims(
          other, audience, account, conference, roles, platformRoles, conferences, issuedAt, life);
    }

    public Claims withTimes(Instant issued, Duration lives) {
      return new Claims(
          issuer, audience, account, conference, roles, platformRoles, conferences, issued, lives);
    }
  }

  private TestIssuer() {
    try {
      changeKey();
      var server =
          HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
      server.createContext(
          "/jwks",
          exchange -> {
            var body = jwks().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      server.createContext("/token", this::serviceToken);
      // JDK's server answers on a daemon thread of its own executor: it never keeps a JVM alive.
      server.setExecutor(runnable -> Thread.ofVirtual().name("test-issuer").start(runnable));
      server.start();
      address = "http://127.0.0.1:" + server.getAddress().getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// From here on a new key signs; the former ones stay published.
  public final void changeKey() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(KEY_BITS);
      keys.add(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// client_credentials, as the gateway's authorization server does it: the scope asked for is the
  /// service that the token is for.
  private void serviceToken(HttpExchange exchange) throws IOException {
    var asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var credentials =
        new String(
            Base64.getDecoder()
                .decode(
                    exchange
                        .getRequestHeaders()
                        .getFirst("Authorization")
                        .replaceFirst("^Basic ", "")),
            StandardCharsets.UTF_8);
    var service = credentials.substring(0, credentials.indexOf(':'));
    if (!credentials.equals(service + ":" + SECRET)
        || !asked.startsWith("grant_type=client_credentials&scope=")) {
      exchange.sendResponseHeaders(401, -1);
      exchange.close();
      return;
    }
    var audience = asked.substring(asked.lastIndexOf('=') + 1);
    var body =
        "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d}"
            .formatted(token(claims(audience, service, List.of("service"), null)), LIFE.toSeconds())
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /// Where a service asks for a token of its own.
  public String tokens() {
    return address + "/token";
  }

  /// The file with the secret that every service under test asks with.
  public Path secretFile() {
    try {
      var file = Files.createTempFile("huiwu-test-secret", "");
      file.toFile().deleteOnExit();
      return Files.writeString(file, SECRET);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static TestIssuer get() {
    return ISSUER;
  }

  /// The `iss` of its tokens.
  public String issuer() {
    return address;
  }

  /// Where it publishes its key.
  public String keys() {
    return address + "/jwks";
  }

  /// Somebody who holds these roles in that conference; on the platform where there is none.
  public Claims claims(
      String service, String account, List<String> roles, @Nullable UUID conference) {
    return new Claims(
        issuer(),
        service,
        account,
        conference,
        roles,
        conference == null ? roles : List.of(),
        List.of(),
        Clock.systemUTC().instant(),
        LIFE);
  }

  /// @return the value of an `Authorization` header
  public String bearer(Claims claims) {
    return "Bearer " + token(claims);
  }

  public String token(Claims claims) {
    var n = keys.size();
    var header = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"test-%d\"}".formatted(n);
    var unsigned = part(header) + "." + part(json(claims));
    try {
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.get(n - 1).getPrivate());
      signature.update(unsigned.getBytes(StandardCharsets.US_ASCII));
      return unsigned + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String json(Claims c) {
    var conference = c.conference() == null ? "" : "\"conference\":\"" + c.conference() + "\",";
    return """
    {"iss":"%s","sub":"%s","aud":["%s"],"iat":%d,"exp":%d,"jti":"%s","from":"192.0.2.1",%s\
    "roles":%s,"platform_roles":%s,"conferences":%s}\
    """
        .formatted(
            c.issuer(),
            c.account(),
            c.audience(),
            c.issuedAt().getEpochSecond(),
            c.issuedAt().plus(c.life()).getEpochSecond(),
            UUID.randomUUID(),
            conference,
            list(c.roles()),
            list(c.platformRoles()),
            list(c.conferences()));
  }

  private static String list(Collection<?> all) {
    return all.stream().map(one -> "\"" + one + "\"").collect(Collectors.joining(",", "[", "]"));
  }

  private static String part(String json) {
    return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private String jwks() {
    return IntStream.range(0, keys.size())
        .mapToObj(i -> jwk("test-" + (i + 1), (RSAPublicKey) keys.get(i).getPublic()))
        .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
  }

  private static String jwk(String id, RSAPublicKey key) {
    return "{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"%s\"}"
        .formatted(id, unsigned(key.getModulus()), unsigned(key.getPublicExponent()));
  }

  private static String unsigned(BigInteger number) {
    var bytes = number.toByteArray();
    return BASE64.encodeToString(
        bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }
}
