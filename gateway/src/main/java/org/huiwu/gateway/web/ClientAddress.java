package org.huiwu.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.huiwu.gateway.GatewayProperties;
import org.springframework.stereotype.Component;

/// Where a request came from: the other end of the line, or what a trusted proxy says that it saw.
@Component
public class ClientAddress {
  private static final int LONGEST = 64;

  private final GatewayProperties properties;

  ClientAddress(GatewayProperties properties) {
    this.properties = properties;
  }

  public String of(HttpServletRequest request) {
    var address = Objects.toString(request.getRemoteAddr(), "");
    var forwarded = request.getHeader("X-Forwarded-For");
    if (forwarded == null || !properties.trustedProxies().contains(address)) {
      return address;
    }
    // Each proxy adds whom it saw at the end; only our own proxy's word counts.
    var said = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    return said.length() > LONGEST ? address : said;
  }
}
