package org.huiwu.gateway.door.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.security.web.header.HeaderWriter;

/// The page runs only scripts that the door serves, and only styles that it serves or that bear
/// this response's nonce.
public final class ContentPolicy implements HeaderWriter {
  private static final String HEADER = "Content-Security-Policy";
  private static final String ATTRIBUTE = ContentPolicy.class.getName();
  private static final int NONCE_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  /// This response's nonce.
  public static String nonce(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof String known) {
      return known;
    }
    var bytes = new byte[NONCE_BYTES];
    RANDOM.nextBytes(bytes);
    var nonce = Base64.getEncoder().encodeToString(bytes);
    request.setAttribute(ATTRIBUTE, nonce);
    return nonce;
  }

  @Override
  public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
    if (response.containsHeader(HEADER)) {
      return;
    }
    var styles =
        request.getAttribute(ATTRIBUTE) instanceof String nonce ? " 'nonce-" + nonce + "'" : "";
    response.setHeader(
        HEADER,
        "default-src 'self'; script-src 'self'; style-src 'self'"
            + styles
            + "; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self';"
            + " manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
  }
}
