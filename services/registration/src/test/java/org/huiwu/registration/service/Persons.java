package org.huiwu.registration.service;

/// Bodies of people for the desk.
final class Persons {

  private Persons() {}

  /// A delegate of the rank 3 with both legs and the route R1.
  static String delegate(String delegation, String name) {
    return """
        {"delegation": "%s", "name": "%s", "gender": "M", "rank": 3, "title": "处长",
         "phone": "19900000252", "diet": "halal",
         "arrival": {"time": "2026-06-08T19:20", "place": "NND", "number": "G421"},
         "departure": {"time": "2026-06-11T10:35", "place": "NNG", "number": "CA2439"},
         "route": "R1"}\
        """
        .formatted(delegation, name);
  }

  /// With nothing but what is required.
  static String companion(String host, String name) {
    return "{\"companionOf\": \"%s\", \"name\": \"%s\", \"gender\": \"F\"}".formatted(host, name);
  }
}
