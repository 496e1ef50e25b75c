package org.huiwu.notification.golive;

import java.util.List;

/// Who will be told what when the conference goes live.
///
/// @param nobody manifests that no contact receives
/// @param unreachable contacts to whom no letter can go: they have the page or a phone call only
public record FirstVersions(
    List<Recipient> recipients, List<String> nobody, List<String> unreachable) {

  /// @param channel by which the first letter goes
  public record Recipient(String contact, String role, String channel, List<Told> manifests) {}

  public record Told(String manifest, long version) {}
}
