package org.huiwu.notification.channel.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import org.huiwu.notification.channel.Outcome;
import org.huiwu.notification.channel.Outcome.NotSent;

/// Where a contact's webhook leads. Somebody at a desk typed it: it must not lead the platform into
/// its own network.
sealed interface Destination {

  /// @param host with its port where it has one; names the provider
  record Open(URI uri, String host) implements Destination {}

  /// It is not gone to.
  record Closed(Outcome why) implements Destination {}

  /// @param privateAddresses whether it may lead to this machine or a private network
  static Destination of(String address, boolean privateAddresses) {
    URI uri;
    try {
      uri = URI.create(address.strip());
    } catch (IllegalArgumentException e) {
      return new Closed(Outcome.refused("bad-address"));
    }
    var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      return new Closed(Outcome.refused("bad-address"));
    }
    if (!scheme.equals("https") && !scheme.equals("http")) {
      return new Closed(Outcome.refused("bad-address"));
    }
    try {
      var found = InetAddress.getAllByName(uri.getHost());
      if (scheme.equals("http") && !Arrays.stream(found).allMatch(InetAddress::isLoopbackAddress)) {
        return new Closed(Outcome.refused("not-https"));
      }
      if (!privateAddresses && Arrays.stream(found).anyMatch(Destination::isPrivate)) {
        return new Closed(Outcome.refused("private-address"));
      }
    } catch (UnknownHostException e) {
      return new Closed(new NotSent("host-unknown"));
    }
    return new Open(uri, uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort());
  }

  /// Anything but an address of the public Internet (RFC 6890).
  static boolean isPrivate(InetAddress address) {
    return address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || (address instanceof Inet6Address six ? isPrivate(six) : isPrivate(address.getAddress()));
  }

  private static boolean isPrivate(Inet6Address address) {
    var b = address.getAddress();
    var first = unsigned(b[0]);
    var embedded =
        first == 0x00 // ::a.b.c.d and its kin
            || first == 0x20 && b[1] == 0x02 // 6to4
            || first == 0x20 && b[1] == 0x01 && b[2] == 0 && b[3] == 0 // Teredo
            || first == 0x00 && b[1] == 0x64; // NAT64
    return embedded || (first & 0xfe) == 0xfc || first == 0x20 && b[1] == 0x01 && b[2] == 0x0d;
  }

  private static boolean isPrivate(byte[] b) {
    var first = unsigned(b[0]);
    var second = unsigned(b[1]);
    return first == 0
        || first >= 240
        || first == 100 && second >= 64 && second < 128
        || first == 192 && second == 0 && b[2] == 0
        || first == 198 && (second == 18 || second == 19);
  }

  private static int unsigned(byte b) {
    return Byte.toUnsignedInt(b);
  }
}
