package org.huiwu.registration.participant;

import java.util.Collection;
import java.util.UUID;

/// Is told who has withdrawn, in the change that says so.
public interface Withdrawals {

  void withdrawn(UUID conference, Collection<String> persons);
}
