package org.huiwu.oracle.making;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiwu.oracle.RosterPerson;
import tools.jackson.databind.json.JsonMapper;

/// `MakePackage SEED OUTDIR [people] [plain|exotic]` writes one package; `MakePackage SEED OUTDIR
/// broken [exotic]` one with rosters that must wait. Beside OUTDIR, `OUTDIR.truth.jsonl` tells who
/// stands in which roster: for those who must find out which cell was misread.
public final class MakePackage {

  private MakePackage() {}

  public static void main(String[] arguments) throws IOException {
    long seed = Long.parseLong(arguments[0]);
    Path folder = Path.of(arguments[1]);
    String kind = arguments.length > 2 ? arguments[2] : "120";
    String manner = arguments.length > 3 ? arguments[3] : "contested";
    boolean exotic = manner.equals("exotic");
    boolean contested = !manner.equals("plain");
    if (kind.equals("broken")) {
      new BrokenMaker(seed, new Size(90, contested, exotic)).make(folder);
      return;
    }
    var truth =
        new PackageMaker(seed, new Size(Integer.parseInt(kind), contested, exotic)).make(folder);
    Files.write(folder.resolveSibling(folder.getFileName() + ".truth.jsonl"), lines(truth));
  }

  private static List<String> lines(Map<String, List<RosterPerson>> truth) {
    JsonMapper json = JsonMapper.builder().build();
    List<String> lines = new ArrayList<>();
    truth.forEach((file, people) ->
        people.forEach(person -> {
          Map<String, Object> line = new LinkedHashMap<>();
          line.put("file", file);
          line.put("person", person);
          lines.add(json.writeValueAsString(line));
        }));
    return lines;
  }
}
