package org.huiwu.transportdispatch.subject;

import java.util.Collection;
import java.util.List;

/// Keys of those who contribute to manifests.
public final class Subjects {
  private static final String PERSON = "p/";
  private static final String TRIP = "trip/";

  private Subjects() {}

  public static String person(String id) {
    return PERSON + id;
  }

  public static List<String> people(Collection<String> ids) {
    return ids.stream().map(Subjects::person).toList();
  }

  public static String trip(String code) {
    return TRIP + code;
  }

  public static List<String> personsIn(Collection<String> subjects) {
    return without(PERSON, subjects);
  }

  public static List<String> tripsIn(Collection<String> subjects) {
    return without(TRIP, subjects);
  }

  private static List<String> without(String prefix, Collection<String> subjects) {
    return subjects.stream()
        .filter(s -> s.startsWith(prefix))
        .map(s -> s.substring(prefix.length()))
        .toList();
  }
}
