package org.huiwu.oracle.making;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.huiwu.oracle.Conference;
import org.huiwu.oracle.Csv;
import org.huiwu.oracle.Inventory;
import tools.jackson.databind.json.JsonMapper;

/// Writes the files of a package, all but the rosters.
final class PackageWriting {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;

  PackageWriting(Path folder) {
    this.folder = folder;
    for (String part : List.of("inventory", "rosters", "expected")) {
      try {
        Files.createDirectories(folder.resolve(part));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  void conference(Conference conference) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("code", conference.code());
    fields.put("name", conference.name());
    fields.put("timezone", conference.zone().getId());
    fields.put("starts", conference.starts().toString());
    fields.put("ends", conference.ends().toString());
    fields.put("registration_deadline", conference.registrationDeadline().toString());
    write(
        "conference.json", JSON.writerWithDefaultPrettyPrinter().writeValueAsString(fields) + "\n");
  }

  void inventory(Inventory inventory) {
    table(
        "delegations",
        "code,name,hotel",
        inventory.delegations(),
        d -> List.of(d.code(), d.name(), d.hotel()));
    table(
        "hotels",
        "code,name,contact",
        inventory.hotels(),
        h -> List.of(h.code(), h.name(), h.contact()));
    table(
        "rooms",
        "hotel,room,type,capacity",
        inventory.rooms(),
        r -> List.of(r.hotel(), r.room(), r.type(), "" + r.capacity()));
    table(
        "routes",
        "code,name,departs,returns",
        inventory.routes(),
        r -> List.of(r.code(), r.name(), r.departs().toString(), r.returns().toString()));
    table(
        "stops",
        "code,route,seq,name,arrives,leaves,contact",
        inventory.stops(),
        s ->
            List.of(
                s.code(),
                s.route(),
                "" + s.seq(),
                s.name(),
                s.arrives().toString(),
                s.leaves().toString(),
                s.contact()));
    table(
        "trips",
        "code,kind,plate,seats,driver,route,departs,delegations,from,window_from,window_to,contact",
        inventory.trips(),
        t ->
            List.of(
                t.code(),
                t.kind(),
                t.plate(),
                "" + t.seats(),
                t.driver(),
                t.route(),
                t.departs(),
                String.join("|", t.delegations()),
                t.from(),
                t.windowFrom(),
                t.windowTo(),
                t.contact()));
    table(
        "meals",
        "code,starts,cutoff,kitchen,scope,contact",
        inventory.meals(),
        m ->
            List.of(
                m.code(),
                m.starts().toString(),
                m.cutoff().toString(),
                m.kitchen(),
                m.scope(),
                m.contact()));
    table(
        "sessions",
        "code,title,hall,starts,contact",
        inventory.sessions(),
        s -> List.of(s.code(), s.title(), s.hall(), s.starts().toString(), s.contact()));
    table(
        "contacts",
        "code,role,name,phone,email",
        inventory.contacts(),
        c -> List.of(c.code(), c.role(), c.name(), c.phone(), c.email()));
  }

  private <T> void table(
      String name, String header, List<T> things, Function<T, List<String>> row) {
    csv("inventory/" + name + ".csv", header, things.stream().map(row).toList());
  }

  void csv(String file, String header, List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>();
    all.add(List.of(header.split(",")));
    all.addAll(rows);
    write(file, Csv.write(all));
  }

  void write(String file, String text) {
    try {
      Files.writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
