package org.huiwu.notification.contact;

import java.util.List;
import java.util.UUID;

/// Told, in the same transaction and under the conference's lock, of contacts that are new: a
/// manifest's owner or a desk may have named them before there was anybody of that code.
public interface ContactListener {
  void on(UUID conference, List<String> codes);
}
