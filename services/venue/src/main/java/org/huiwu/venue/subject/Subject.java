package org.huiwu.venue.subject;

import java.util.Collection;
import java.util.List;

/// The keys under which venue's manifest lines are computed: a person gives seats, a session gives
/// its header.
public final class Subject {
  private static final String PERSON = "p/";
  private static final String SESSION = "session/";

  private Subject() {}

  public static String person(String id) {
    return PERSON + id;
  }

  public static String session(String code) {
    return SESSION + code;
  }

  /// The ids of those subjects that are people.
  public static List<String> peopleAmong(Collection<String> subjects) {
    return among(subjects, PERSON);
  }

  /// The codes of those subjects that are sessions.
  public static List<String> sessionsAmong(Collection<String> subjects) {
    return among(subjects, SESSION);
  }

  private static List<String> among(Collection<String> subjects, String prefix) {
    return subjects.stream()
        .filter(s -> s.startsWith(prefix))
        .map(s -> s.substring(prefix.length()))
        .toList();
  }
}
