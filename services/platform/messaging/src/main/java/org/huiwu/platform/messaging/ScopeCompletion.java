package org.huiwu.platform.messaging;

/// Runs inside the transaction after the work is done and before its changeset is written: the
/// manifests library computes the touched subjects' lines here.
public interface ScopeCompletion {
  void complete(ChangeScope scope);
}
