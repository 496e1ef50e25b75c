package org.huiwu.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huiwu.gateway.GatewayProperties;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/// Where a request came from: the other end of the line, or what a trusted proxy says that it saw.
@Component
public class ClientAddress {
  private static final Pattern ADDRESS =
      Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|(?=.*:.*:)[0-9A-Fa-f:.]{2,45}");

  private final List<IpAddressMatcher> proxies;

  ClientAddress(GatewayProperties properties) {
    this.proxies = properties.trustedProxies().stream().map(IpAddressMatcher::new).toList();
  }

  public String of(HttpServletRequest request) {
    var address = Objects.toString(request.getRemoteAddr(), "");
    var said = forwarded(request);
    // Each proxy adds whom it saw at the end; only our own proxies' words count.
    while (!said.isEmpty() && isTrusted(address) && isAddress(said.getLast())) {
      address = said.removeLast();
    }
    return address;
  }

  private static List<String> forwarded(HttpServletRequest request) {
    var lines = Collections.list(request.getHeaders("X-Forwarded-For"));
    return Arrays.stream(String.join(",", lines).split(",", -1))
        .map(String::strip)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static boolean isAddress(String said) {
    return ADDRESS.matcher(said).matches();
  }

  private boolean isTrusted(String address) {
    return proxies.stream().anyMatch(p -> p.matches(address));
  }
}
