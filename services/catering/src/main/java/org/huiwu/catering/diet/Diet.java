package org.huiwu.catering.diet;

import java.util.Set;

/// What one person eats. Seeded once from what registration was told when the person became known;
/// from then on only the catering desk changes it (design: "One owner for each field").
///
/// @param person the person's opaque id
/// @param kind one of [#KINDS]
/// @param version 1 when seeded, one more with each change
public record Diet(String person, String kind, long version) {
  public static final Set<String> KINDS = Set.of("normal", "halal", "vegetarian");

  Diet changedTo(String newKind) {
    return newKind.equals(kind) ? this : new Diet(person, newKind, version + 1);
  }
}
