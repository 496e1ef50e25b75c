package org.huiwu.notification.standing;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.huiwu.notification.stream.ConferenceStream;

/// What the live stream says when somebody begins to receive a manifest, or does no more: whose
/// page has another list of manifests now.
///
/// @param contacts codes, each once
public record RecipientsChanged(List<String> contacts) {
  public static final String TYPE = "recipients-changed";

  /// Inside the transaction that makes it so, under the conference's lock.
  ///
  /// @param contacts when there are none, nothing is told
  public static void tell(ConferenceStream stream, UUID conference, Collection<String> contacts) {
    if (!contacts.isEmpty()) {
      stream.append(
          conference, TYPE, new RecipientsChanged(contacts.stream().distinct().sorted().toList()));
    }
  }
}
