package org.huiwu.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The sample's conference with as many people as one likes: a package of the form of FORMAT.md,
/// its inventory the sample's with beds for all, its delegations the sample's, each with a roster.
/// So its lists grow with it: ten times the people are ten times the lines.
final class SizedConference {
  private static final int BEDS_IN_A_ROOM = 2;
  private static final int DAY_FROM = 7;
  private static final int DAY_HOURS = 12;
  private static final int MINUTES = 60;
  private static final int NUMBERS = 300;
  private static final int FIRST_NUMBER = 1_000;
  private static final int FIRST_ROOM = 10_000;

  private final List<String> words;
  private final Path sample;
  private final int people;

  /// @param sample the sample's package
  SizedConference(Path sample, int people) {
    this.sample = sample;
    this.people = people;
    try (var file =
        Objects.requireNonNull(SizedConference.class.getResourceAsStream("sized-roster.txt"))) {
      words = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String code() {
    return "SIZE-" + people;
  }

  /// @return the package's folder
  Path write(Path parent) throws IOException {
    var folder = Files.createDirectories(parent.resolve(code()));
    var inventory = Files.createDirectories(folder.resolve("inventory"));
    try (var files = Files.list(sample.resolve("inventory"))) {
      for (var file : files.toList()) {
        Files.copy(file, inventory.resolve(file.getFileName()));
      }
    }
    Files.writeString(
        folder.resolve("conference.json"),
        Files.readString(sample.resolve("conference.json"))
            .replaceFirst("\"code\"\\s*:\\s*\"[^\"]*\"", "\"code\": \"" + code() + "\""));
    Files.writeString(folder.resolve("timeline.jsonl"), "");
    var hotels = hotelsByDelegation();
    Map<String, Integer> guests = new LinkedHashMap<>();
    var rosters = Files.createDirectories(folder.resolve("rosters"));
    var left = people;
    var delegations = hotels.size();
    var nth = 0;
    for (var delegation : hotels.entrySet()) {
      var members = Math.ceilDiv(left, delegations - nth);
      Files.writeString(
          rosters.resolve(delegation.getKey() + ".csv"), roster(people - left, members));
      guests.merge(delegation.getValue(), members, Integer::sum);
      left -= members;
      nth++;
    }
    Files.writeString(inventory.resolve("rooms.csv"), rooms(guests), StandardOpenOption.APPEND);
    return folder;
  }

  private Map<String, String> hotelsByDelegation() throws IOException {
    Map<String, String> hotels = new LinkedHashMap<>();
    Files.readAllLines(sample.resolve("inventory").resolve("delegations.csv")).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .forEach(row -> hotels.put(row[0], row[row.length - 1]));
    return hotels;
  }

  private String roster(int from, int members) {
    List<String> rows = new ArrayList<>(List.of(words.getFirst()));
    for (int i = 0; i < members; i++) {
      var n = from + i;
      rows.add(
          words
              .get(1)
              .formatted(
                  i + 1,
                  name(i),
                  one(words.get(2), n),
                  n,
                  DAY_FROM + n % DAY_HOURS,
                  n % MINUTES,
                  FIRST_NUMBER + n % NUMBERS,
                  DAY_FROM + DAY_HOURS / 2 + n % (DAY_HOURS / 2),
                  one(words.get(3), n),
                  one(words.get(4), n)));
    }
    return String.join("\n", rows) + '\n';
  }

  /// Nobody of a delegation is another's namesake.
  private String name(int n) {
    var signs = words.get(5);
    var name = new StringBuilder();
    for (int rest = n, i = 0; i < 2 || rest > 0; i++) {
      name.append(signs.charAt(rest % signs.length()));
      rest /= signs.length();
    }
    return name.toString();
  }

  private static String one(String choices, int n) {
    var all = choices.split("\\|", -1);
    return all[n % all.length];
  }

  private static String rooms(Map<String, Integer> guests) {
    var rows = new StringBuilder();
    guests.forEach((hotel, number) -> {
      for (int i = 0; i <= number / BEDS_IN_A_ROOM + 1; i++) {
        rows.append(hotel).append(',').append(FIRST_ROOM + i).append(",twin,2\n");
      }
    });
    return rows.toString();
  }
}
