package org.huiwu.registration.participant;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.jspecify.annotations.Nullable;

/// Everybody who was ever registered, by conference.
public interface Participants {

  Optional<Participant> find(UUID conference, String person);

  /// @throws Missing `participant-unknown`
  default Participant get(UUID conference, String person) {
    return find(conference, person).orElseThrow(() -> new Missing("participant-unknown"));
  }

  /// Those of these ids who were registered.
  List<Participant> some(UUID conference, Collection<String> persons);

  /// By delegation, then in the order of registration.
  ///
  /// @param delegation null for all
  /// @param name null for all; spaces and width do not matter
  List<Participant> all(UUID conference, @Nullable String delegation, @Nullable String name);

  /// Companions of a host, attending or not, in the order of registration.
  List<Participant> companions(UUID conference, String host);

  /// Who of a delegation attends under one of these names.
  ///
  /// @param nameKeys see [org.huiwu.registration.text.NameKey]
  /// @return person ids by name key
  Map<String, String> attending(UUID conference, String delegation, Collection<String> nameKeys);

  /// Stores new people in this order.
  void add(UUID conference, List<Participant> participants);

  void replace(UUID conference, List<Participant> participants);
}
