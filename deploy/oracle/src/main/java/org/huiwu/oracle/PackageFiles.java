package org.huiwu.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.huiwu.oracle.Inventory.Contact;
import org.huiwu.oracle.Inventory.Delegation;
import org.huiwu.oracle.Inventory.Hotel;
import org.huiwu.oracle.Inventory.Meal;
import org.huiwu.oracle.Inventory.Room;
import org.huiwu.oracle.Inventory.Route;
import org.huiwu.oracle.Inventory.Session;
import org.huiwu.oracle.Inventory.Stop;
import org.huiwu.oracle.Inventory.Trip;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the files of one conference package, all but the rosters' contents.
public final class PackageFiles {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;

  public PackageFiles(Path folder) {
    this.folder = folder;
  }

  public Conference conference() {
    JsonNode json = JSON.readTree(text("conference.json"));
    return new Conference(
        json.required("code").asString(),
        json.required("name").asString(),
        ZoneId.of(json.required("timezone").asString()),
        LocalDateTime.parse(json.required("starts").asString()),
        LocalDateTime.parse(json.required("ends").asString()),
        LocalDateTime.parse(json.required("registration_deadline").asString()));
  }

  public Inventory inventory() {
    return new Inventory(
        rows("delegations", r -> new Delegation(r.get("code"), r.get("name"), r.get("hotel"))),
        rows("hotels", r -> new Hotel(r.get("code"), r.get("name"), r.get("contact"))),
        rows(
            "rooms",
            r -> new Room(r.get("hotel"), r.get("room"), r.get("type"), r.number("capacity"))),
        rows(
            "routes",
            r -> new Route(r.get("code"), r.get("name"), r.time("departs"), r.time("returns"))),
        rows(
            "stops",
            r ->
                new Stop(
                    r.get("code"),
                    r.get("route"),
                    r.number("seq"),
                    r.get("name"),
                    r.time("arrives"),
                    r.time("leaves"),
                    r.get("contact"))),
        rows("trips", PackageFiles::trip),
        rows(
            "meals",
            r ->
                new Meal(
                    r.get("code"),
                    r.time("starts"),
                    r.time("cutoff"),
                    r.get("kitchen"),
                    r.get("scope"),
                    r.get("contact"))),
        rows(
            "sessions",
            r ->
                new Session(
                    r.get("code"),
                    r.get("title"),
                    r.get("hall"),
                    r.time("starts"),
                    r.get("contact"))),
        rows(
            "contacts",
            r ->
                new Contact(
                    r.get("code"), r.get("role"), r.get("name"), r.get("phone"), r.get("email"))));
  }

  private static Trip trip(Row row) {
    return new Trip(
        row.get("code"),
        row.get("kind"),
        row.get("plate"),
        row.number("seats"),
        row.get("driver"),
        row.get("route"),
        row.get("departs"),
        List.of(row.get("delegations").split("\\|")),
        row.get("from"),
        row.get("window_from"),
        row.get("window_to"),
        row.get("contact"));
  }

  public List<JsonNode> timeline() {
    return text("timeline.jsonl")
        .lines()
        .filter(line -> !line.isBlank())
        .map(JSON::readTree)
        .toList();
  }

  /// The rosters as the timeline would name them: `rosters/GD.xlsx`.
  public List<String> rosters() {
    try (Stream<Path> files = Files.list(folder.resolve("rosters"))) {
      return files.map(file -> "rosters/" + file.getFileName()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The rows of a file of `expected/` without its header.
  public List<List<String>> expected(String name) {
    List<List<String>> rows = Csv.parse(text("expected/" + name + ".csv"), ',');
    return rows.subList(1, rows.size());
  }

  private <T> List<T> rows(String name, Function<Row, T> read) {
    return Csv.table(text("inventory/" + name + ".csv")).stream().map(Row::new).map(read).toList();
  }

  private String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Row(Map<String, String> cells) {

    String get(String column) {
      return Objects.requireNonNull(cells.get(column), column);
    }

    int number(String column) {
      return Integer.parseInt(get(column));
    }

    LocalDateTime time(String column) {
      return LocalDateTime.parse(get(column));
    }
  }
}
