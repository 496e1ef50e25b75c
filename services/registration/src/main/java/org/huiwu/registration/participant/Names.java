package org.huiwu.registration.participant;

import java.util.List;
import java.util.UUID;

/// Who attends, as whoever stands at the step of a bus needs to know it: enough to say who somebody
/// is, nothing to call, visit or write to them by.
public interface Names {

  /// @param delegation its code
  /// @param rank in protocol, 1 to 4, a lower number is higher
  /// @param sound pinyin of the name, by which it is found without a network
  record Named(String person, String name, String delegation, int rank, String sound) {}

  /// Everybody who attends, by delegation, then in the order of registration.
  List<Named> all(UUID conference);
}
