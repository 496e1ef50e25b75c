package org.huiwu.oracle;

import org.jspecify.annotations.Nullable;

/// One row of a roster, rightly read. `host` is the name of the delegate whom a family member
/// accompanies, in the same delegation; `route` is a code or empty for none.
public record RosterPerson(
    String delegation,
    String name,
    String gender,
    int rank,
    String title,
    String phone,
    String diet,
    Leg arrival,
    Leg departure,
    String route,
    @Nullable String host) {

  public String key() {
    return delegation + "/" + name;
  }
}
