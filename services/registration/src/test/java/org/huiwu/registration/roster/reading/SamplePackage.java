package org.huiwu.registration.roster.reading;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huiwu.registration.roster.reading.grid.Grid;
import org.huiwu.registration.roster.reading.grid.GridRow;
import org.huiwu.registration.roster.reading.grid.RowVisitor;
import org.huiwu.registration.roster.reading.grid.UnreadableFileException;

/// A conference package of deploy/drills/packages, imported as registration will: every roster
/// through the reader and an admission of its own.
final class SamplePackage {
  private static final Pattern JSON_FIELD = Pattern.compile("\"(\\w+)\": \"([^\"]*)\"");

  private final Path folder;
  final Map<String, List<Admission.Admitted>> people = new HashMap<>();
  final Set<String> issues = new HashSet<>();

  SamplePackage(String name) {
    this.folder = Path.of(System.getProperty("huiwu.root"), "deploy", "drills", "packages", name);
  }

  SamplePackage imported() {
    Set<String> delegations = new HashSet<>();
    table("inventory/delegations.csv").forEach(line -> delegations.add(line.get("code")));
    try (Stream<Path> rosters = Files.list(folder.resolve("rosters"))) {
      rosters.sorted().forEach(roster -> read(roster, delegations));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private void read(Path roster, Set<String> delegations) {
    String file = "rosters/" + roster.getFileName();
    String delegation = RosterReader.delegationOf(file);
    if (!delegations.contains(delegation)) {
      report(file, FileProblem.unknownDelegation(delegation));
      return;
    }
    RosterAdmission admission = new RosterAdmission(List.of());
    List<Admission.Admitted> in = new ArrayList<>();
    people.put(delegation, in);
    Optional<FileProblem> problem =
        new RosterReader()
            .read(
                roster,
                file,
                context(),
                row -> {
                  switch (admission.admit(row)) {
                    case Admission.Admitted admitted -> in.add(admitted);
                    case Admission.Waiting waits -> report(file, waits.row());
                  }
                });
    problem.ifPresent(found -> report(file, found));
  }

  private void report(String file, FileProblem problem) {
    issues.add(String.join("|", file, "0", problem.kind().wire(), problem.value()));
  }

  private void report(String file, WaitingRow row) {
    for (WaitingCell cell : row.waiting()) {
      String number = String.valueOf(row.origin().row());
      issues.add(String.join("|", file, number, cell.field().wire(), cell.value()));
    }
  }

  private RosterContext context() {
    Map<String, String> routes =
        table("inventory/routes.csv").stream()
            .collect(toMap(line -> value(line, "code"), line -> value(line, "name")));
    return new RosterContext(ZoneId.of("Asia/Shanghai"), 2026, routes, Synonyms.standard());
  }

  /// The lines of a CSV file by column name.
  List<Map<String, String>> table(String file) {
    List<GridRow> rows = new ArrayList<>();
    try {
      Grid.open(folder.resolve(file))
          .showRows(
              new RowVisitor() {
                @Override
                public void sheet(String name) {}

                @Override
                public void row(GridRow row) {
                  rows.add(row);
                }
              });
    } catch (UnreadableFileException e) {
      throw new IllegalStateException(file, e);
    }
    List<Map<String, String>> lines = new ArrayList<>();
    for (GridRow row : rows.subList(1, rows.size())) {
      Map<String, String> line = new LinkedHashMap<>();
      rows.getFirst()
          .cells()
          .forEach((column, heading) ->
              line.put(
                  heading.text(),
                  row.cells().containsKey(column)
                      ? Objects.requireNonNull(row.cells().get(column)).text()
                      : ""));
      lines.add(line);
    }
    return lines;
  }

  /// The fields of one-level JSON whose values are strings.
  static Map<String, String> json(String text) {
    Map<String, String> fields = new HashMap<>();
    Matcher field = JSON_FIELD.matcher(text);
    while (field.find()) {
      fields.put(field.group(1), field.group(2));
    }
    return fields;
  }

  List<Map<String, String>> timeline() {
    try {
      return Files.readAllLines(folder.resolve("timeline.jsonl")).stream()
          .map(SamplePackage::json)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String value(Map<String, String> line, String column) {
    return Objects.requireNonNull(line.get(column));
  }
}
