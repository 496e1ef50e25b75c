package org.huiwu.registration.delegation;

/// A delegation: one province, city or organisation that sends people.
///
/// @param cancelled it does not come; nobody can be registered with it any more
public record Delegation(String code, String name, boolean cancelled, long version) {

  public Delegation named(String newName) {
    return new Delegation(code, newName, cancelled, version + 1);
  }

  public Delegation calledOff() {
    return new Delegation(code, name, true, version + 1);
  }
}
