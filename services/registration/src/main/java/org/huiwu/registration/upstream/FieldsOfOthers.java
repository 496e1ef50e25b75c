package org.huiwu.registration.upstream;

import java.util.List;
import java.util.UUID;

/// Is told what the owner of a field says now of some people.
public interface FieldsOfOthers {

  /// @param field its wire name, e.g. `route`
  /// @param owner the service that says so
  /// @param values what each of the persons has, at the same place
  void said(UUID conference, String field, String owner, List<String> persons, List<String> values);
}
