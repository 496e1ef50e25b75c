package org.huiwu.notification.contact;

import java.util.UUID;

/// Is told that a contact has another number than before, inside the transaction that changes it
/// and under the conference's lock.
public interface PhoneListener {
  void on(UUID conference, String contact);
}
