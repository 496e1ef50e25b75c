package org.huiwu.notification.sitepage;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.huiwu.notification.paper.StillTrue;
import org.huiwu.notification.sitelink.SiteSettings;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// What a paper's QR code says: which version of which manifest it is, signed, so that nobody asks
/// after papers that were never printed. It opens nothing and names no recipient.
@Component
public class PaperTokens implements StillTrue {
  private static final int KEY_BYTES = 32;
  private static final int SIGNATURE_BYTES = 16;
  private static final int FIXED_BYTES = 2 * Long.BYTES + Integer.BYTES;
  private static final int LONGEST_TOKEN = 400;
  private static final String MAC = "HmacSHA256";

  /// What a token is of.
  public record Paper(UUID conference, String manifest, long version) {}

  private final JdbcTemplate jdbc;
  private final SiteSettings settings;

  PaperTokens(JdbcTemplate jdbc, SiteSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /// Where the paper's QR code leads.
  @Override
  public URI link(UUID conference, String manifest, long version) {
    var base = settings.address().toString().replaceAll("/+$", "");
    return URI.create(base + "/p#" + token(new Paper(conference, manifest, version)));
  }

  String token(Paper paper) {
    var name = paper.manifest().getBytes(StandardCharsets.UTF_8);
    var content =
        ByteBuffer.allocate(FIXED_BYTES + name.length)
            .putLong(paper.conference().getMostSignificantBits())
            .putLong(paper.conference().getLeastSignificantBits())
            .putInt(Math.toIntExact(paper.version()))
            .put(name)
            .array();
    var whole = ByteBuffer.allocate(SIGNATURE_BYTES + content.length);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(whole.put(signature(content)).put(content).array());
  }

  /// Empty when it was not signed here.
  public Optional<Paper> read(String token) {
    if (token.length() > LONGEST_TOKEN) {
      return Optional.empty();
    }
    byte[] whole;
    try {
      whole = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    if (whole.length <= SIGNATURE_BYTES + FIXED_BYTES) {
      return Optional.empty();
    }
    var content = Arrays.copyOfRange(whole, SIGNATURE_BYTES, whole.length);
    if (!MessageDigest.isEqual(Arrays.copyOf(whole, SIGNATURE_BYTES), signature(content))) {
      return Optional.empty();
    }
    var fields = ByteBuffer.wrap(content);
    var conference = new UUID(fields.getLong(), fields.getLong());
    var version = fields.getInt();
    var name =
        new String(content, FIXED_BYTES, content.length - FIXED_BYTES, StandardCharsets.UTF_8);
    return Optional.of(new Paper(conference, name, version));
  }

  private byte[] signature(byte[] content) {
    try {
      var mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(key(), MAC));
      return Arrays.copyOf(mac.doFinal(content), SIGNATURE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Asked for each time: a database that was restored has the key that its papers were signed
  /// with.
  private byte[] key() {
    var known = jdbc.queryForList("select secret from paper_key", byte[].class);
    if (!known.isEmpty()) {
      return Objects.requireNonNull(known.getFirst());
    }
    var fresh = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(fresh);
    jdbc.update("insert into paper_key (secret) values (?) on conflict do nothing", (Object) fresh);
    return Objects.requireNonNull(
        jdbc.queryForObject("select secret from paper_key", byte[].class));
  }
}
