package org.huiwu.oracle.making;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiwu.oracle.CodePoints;
import org.huiwu.oracle.Conference;
import org.huiwu.oracle.Inventory;
import org.huiwu.oracle.Inventory.Delegation;
import org.huiwu.oracle.Inventory.Route;
import org.huiwu.oracle.making.BrokenRoster.Issue;

/// Makes a package whose rosters hold cells that must wait for a clerk, with `issues.csv` and
/// `people.csv`. Some files cannot be read at all, hold no header, or come from nobody.
public final class BrokenMaker {

  private final Dice dice;
  private final Size size;
  private final InventoryMaker maker;
  private final List<List<String>> issues = new ArrayList<>();
  private final List<List<String>> in = new ArrayList<>();

  public BrokenMaker(long seed, Size size) {
    this.dice = new Dice(seed);
    this.size = size;
    this.maker = new InventoryMaker(dice, size, "-BROKEN-" + seed);
  }

  public void make(Path folder) {
    Conference conference = maker.conference();
    Inventory inventory = maker.inventory();
    Stay stay = new Stay(dice, conference, inventory);
    PeopleMaker people =
        new PeopleMaker(dice, size, inventory, new Names(dice, size.exotic()), stay);
    PackageWriting writing = new PackageWriting(folder);
    writing.conference(conference);
    writing.inventory(inventory);
    writing.write("timeline.jsonl", "");
    Map<String, Route> routes =
        inventory.routes().stream().collect(Collectors.toMap(Route::code, Function.identity()));
    for (Delegation delegation : inventory.delegations()) {
      if (dice.chance(0.15)) {
        unusable(folder, delegation.code());
      } else {
        roster(folder, delegation, conference, routes, people);
      }
    }
    byNobody(folder);
    Comparator<List<String>> order =
        Comparator.comparing((List<String> row) -> row.get(0), CodePoints.ORDER)
            .thenComparing(row -> row.get(1), Comparator.comparingInt(String::length))
            .thenComparing(row -> row.get(1), CodePoints.ORDER);
    writing.csv(
        "expected/issues.csv", "file,row,field,value", issues.stream().sorted(order).toList());
    writing.csv("expected/people.csv", "delegation,name", in.stream().sorted(order).toList());
  }

  private void roster(
      Path folder,
      Delegation delegation,
      Conference conference,
      Map<String, Route> routes,
      PeopleMaker people) {
    RosterForm form = RosterForm.any(dice, size.exotic());
    CellMaker cells = new CellMaker(dice, form, conference.zone(), routes);
    BrokenRoster roster = new BrokenRoster(dice, form, delegation.code(), people, cells);
    roster.fill(dice.between(3, 9));
    SheetMaker.Laid laid = new SheetMaker(dice, form, delegation.name()).lay(roster.rows());
    RosterFile file = new RosterFile(dice, form);
    String name = file.name(delegation.code());
    file.write(folder.resolve(name), laid.grid());
    for (Issue issue : roster.issues()) {
      issues.add(
          List.of(
              name,
              String.valueOf(laid.rowNumbers().get(issue.row())),
              issue.field().code(),
              issue.value()));
    }
    roster.in().forEach(person -> in.add(List.of(delegation.code(), person)));
  }

  private void unusable(Path folder, String delegation) {
    int kind = dice.between(1, 4);
    String name = "rosters/" + delegation + (kind == 1 ? ".xlsx" : dice.of(".csv", ".tsv"));
    byte[] content =
        switch (kind) {
          case 1 -> "PK\u0003\u0004half a workbook".getBytes(StandardCharsets.UTF_8);
          case 2 -> new byte[0];
          default -> "编号,备注\n1,无\n".getBytes(StandardCharsets.UTF_8);
        };
    write(folder.resolve(name), content);
    issues.add(List.of(name, "0", kind <= 2 ? "file" : "header", ""));
  }

  private void byNobody(Path folder) {
    if (dice.chance(0.7)) {
      write(
          folder.resolve("rosters/ZZ.csv"), "姓名,性别,级别\n无名,男,其他\n".getBytes(StandardCharsets.UTF_8));
      issues.add(List.of("rosters/ZZ.csv", "0", "delegation", "ZZ"));
    }
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
