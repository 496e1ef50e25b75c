package org.huiwu.catering.subject;

import java.util.Collection;
import java.util.List;

/// The keys under which catering's manifest lines are computed: a person gives counts, a meal gives
/// its header.
public final class Subject {
  private static final String PERSON = "p/";
  private static final String MEAL = "meal/";

  private Subject() {}

  public static String person(String id) {
    return PERSON + id;
  }

  public static String meal(String code) {
    return MEAL + code;
  }

  /// The ids of those subjects that are people.
  public static List<String> peopleAmong(Collection<String> subjects) {
    return among(subjects, PERSON);
  }

  /// The codes of those subjects that are meals.
  public static List<String> mealsAmong(Collection<String> subjects) {
    return among(subjects, MEAL);
  }

  private static List<String> among(Collection<String> subjects, String prefix) {
    return subjects.stream()
        .filter(s -> s.startsWith(prefix))
        .map(s -> s.substring(prefix.length()))
        .toList();
  }
}
