package org.huiwu.drills;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.oracle.making.PackageMaker;
import org.huiwu.oracle.making.Size;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A made conference, whose last office has not sent its roster yet, and people of all desks who
/// ask what changes would touch.
final class PreviewedConference implements AutoCloseable {
  static final String PREVIEW = "Huiwu-Preview";
  private static final JsonMapper JSON = new JsonMapper();

  /// Where something is, for whom.
  record Desk(String role, String service, String path) {}

  final ConferencePackage files;
  final Users users;
  final Api api;
  final String id;

  PreviewedConference(ThrowawayPlatform platform, Path folder, long seed, String run) {
    new PackageMaker(seed, new Size(40, false, false)).make(folder);
    files = ConferencePackage.open(folder);
    users = new Users(platform.address(), run, platform.password());
    api = new Api(users, run);
    var others = PlatformOfTheProcess.ids(api.conferences());
    new Inventory(files, api).enter();
    var ours = PlatformOfTheProcess.ids(api.conferences());
    ours.removeAll(others);
    id = ours.iterator().next();
    var replay = new Replay(files, api);
    files.rosters().subList(0, files.rosters().size() - 1).stream()
        .flatMap(r -> replay.importRoster("registration", r, r).stream())
        .forEach(api::settled);
    List.of("duty", "registration", "catering", "excursion", "liaison").forEach(users::of);
  }

  List<String> people() {
    List<String> ids = new ArrayList<>();
    for (JsonNode p : api.get("registration", "/participants").body()) {
      ids.add(p.path("id").asString());
    }
    return ids;
  }

  HttpResponse<String> read(Desk desk) {
    var door = users.of(desk.role());
    return door.send(door.request(path(desk.service(), desk.path())).GET());
  }

  String etag(Desk desk) {
    return read(desk).headers().firstValue("ETag").orElseThrow();
  }

  /// @param suffix of what is sent to, behind what is read
  HttpResponse<String> send(
      String method,
      Desk desk,
      String suffix,
      String etag,
      Map<String, Object> body,
      boolean preview) {
    var door = users.of(desk.role());
    return door.send(
        door.request(path(desk.service(), desk.path() + suffix))
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("Content-Type", "application/json")
            .header("If-Match", etag)
            .header(PREVIEW, Boolean.toString(preview))
            .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  String path(String service, String rest) {
    return "/api/" + service + "/conferences/" + id + rest;
  }

  @Override
  public void close() {
    users.close();
  }
}
