package org.huiwu.oracle.making;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiwu.oracle.Conference;
import org.huiwu.oracle.Inventory;
import org.huiwu.oracle.Inventory.Delegation;
import org.huiwu.oracle.Inventory.Route;
import org.huiwu.oracle.Oracle;
import org.huiwu.oracle.PackageFiles;
import org.huiwu.oracle.Replay;
import org.huiwu.oracle.RosterPerson;

/// Makes one whole package from a seed. The same seed and size give the same timeline and the same
/// `expected/`, byte for byte.
public final class PackageMaker {

  private final long seed;
  private final Size size;

  public PackageMaker(long seed, Size size) {
    this.seed = seed;
    this.size = size;
  }

  /// Writes the package into a folder that is created if need be.
  ///
  /// @return the people of each roster file, as a right reading of it finds them
  public Map<String, List<RosterPerson>> make(Path folder) {
    Dice dice = new Dice(seed);
    InventoryMaker maker = new InventoryMaker(dice, size, "-" + seed);
    Conference conference = maker.conference();
    Inventory inventory = maker.inventory();
    Stay stay = new Stay(dice, conference, inventory);
    Names names = new Names(dice, size.exotic());
    PeopleMaker people = new PeopleMaker(dice, size, inventory, names, stay);

    PackageWriting writing = new PackageWriting(folder);
    writing.conference(conference);
    writing.inventory(inventory);
    Map<String, List<RosterPerson>> truth =
        writeRosters(dice, conference, inventory, people.rosters(), folder);
    writing.write("timeline.jsonl", timeline(dice, conference, inventory, people, stay, truth));

    Replay replay =
        Replay.of(new PackageFiles(folder), file -> Objects.requireNonNull(truth.get(file), file));
    writing.csv("expected/initial.csv", "manifest,line,fields", replay.initial());
    writing.csv(
        "expected/ripple.csv", "seq,manifest,header,added,removed,changed", replay.ripple());
    writing.csv("expected/final.csv", "manifest,line,fields", replay.last());
    return truth;
  }

  private Map<String, List<RosterPerson>> writeRosters(
      Dice dice,
      Conference conference,
      Inventory inventory,
      Map<String, List<RosterPerson>> rosters,
      Path folder) {
    Map<String, Route> routes =
        inventory.routes().stream().collect(Collectors.toMap(Route::code, Function.identity()));
    Map<String, String> names =
        inventory.delegations().stream()
            .collect(Collectors.toMap(Delegation::code, Delegation::name));
    Map<String, List<RosterPerson>> truth = new LinkedHashMap<>();
    rosters.forEach((delegation, people) -> {
      RosterForm form = RosterForm.any(dice, size.exotic());
      CellMaker cells = new CellMaker(dice, form, conference.zone(), routes);
      List<Map<Field, Cell>> rows = people.stream().map(cells::cells).toList();
      String office = names.getOrDefault(delegation, delegation);
      RosterFile file = new RosterFile(dice, form);
      String name = file.name(delegation);
      file.write(folder.resolve(name), new SheetMaker(dice, form, office).lay(rows).grid());
      truth.put(name, people);
    });
    return truth;
  }

  private String timeline(
      Dice dice,
      Conference conference,
      Inventory inventory,
      PeopleMaker people,
      Stay stay,
      Map<String, List<RosterPerson>> truth) {
    List<String> later = new ArrayList<>();
    Oracle oracle =
        new Oracle(conference, inventory, file -> Objects.requireNonNull(truth.get(file), file));
    for (String file : truth.keySet()) {
      if (dice.chance(0.3)) {
        later.add(file);
      } else {
        oracle.importRoster(file);
      }
    }
    TimelineMaker maker =
        new TimelineMaker(dice, size, conference, inventory, people, stay, oracle, later);
    return String.join("\n", maker.lines()) + "\n";
  }
}
