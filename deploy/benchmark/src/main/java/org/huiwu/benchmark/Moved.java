package org.huiwu.benchmark;

import java.util.Optional;
import java.util.regex.Pattern;

/// What a change of the benchmark says of itself, as the name of the hall to which it moves a
/// session: so it is found again wherever it arrives.
///
/// @param n which of its block
/// @param order given under the conference's lock: the order of commits within the conference
record Moved(int n, int order) {
  private static final Pattern HALL = Pattern.compile("hall (\\d+)/(\\d+)");

  String hall() {
    return "hall " + n + "/" + order;
  }

  /// The first one that is mentioned.
  static Optional<Moved> in(String text) {
    var hall = HALL.matcher(text);
    return hall.find()
        ? Optional.of(new Moved(Integer.parseInt(hall.group(1)), Integer.parseInt(hall.group(2))))
        : Optional.empty();
  }
}
