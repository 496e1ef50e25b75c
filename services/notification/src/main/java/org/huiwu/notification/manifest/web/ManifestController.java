package org.huiwu.notification.manifest.web;

import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.huiwu.notification.manifest.Difference;
import org.huiwu.notification.manifest.LineChange;
import org.huiwu.notification.manifest.ManifestLibrary;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Manifests by name, by version, and the difference between any two versions.
@RestController
@RequestMapping("/conferences/{conference}/manifests")
public class ManifestController {

  public record DifferenceView(
      String manifest,
      long from,
      long to,
      SortedMap<String, Difference.FieldChange> header,
      SortedMap<String, LineChange> lines) {}

  private final ManifestLibrary library;

  ManifestController(ManifestLibrary library) {
    this.library = library;
  }

  @Allowed("list-manifests")
  @GetMapping
  List<ManifestLibrary.Summary> all(@PathVariable UUID conference) {
    return library.all(conference);
  }

  @Allowed(value = "read-manifest", kindOf = "manifest")
  @GetMapping("/{manifest}")
  ResponseEntity<ManifestLibrary.Content> current(
      @PathVariable UUID conference, @PathVariable String manifest) {
    var content =
        library
            .current(conference, manifest)
            .orElseThrow(() -> new Missing("manifest-unknown", manifest));
    return ResponseEntity.ok().eTag("\"" + content.version() + "\"").body(content);
  }

  @Allowed(value = "read-manifest", kindOf = "manifest")
  @GetMapping("/{manifest}/versions")
  List<ManifestLibrary.VersionNote> versions(
      @PathVariable UUID conference, @PathVariable String manifest) {
    mustExist(conference, manifest, 1);
    return library.versions(conference, manifest);
  }

  @Allowed(value = "read-manifest", kindOf = "manifest")
  @GetMapping("/{manifest}/versions/{version}")
  ManifestLibrary.Content at(
      @PathVariable UUID conference, @PathVariable String manifest, @PathVariable long version) {
    return library
        .at(conference, manifest, version)
        .orElseThrow(() -> new Missing("manifest-version-unknown", manifest, version));
  }

  @Allowed(value = "read-manifest", kindOf = "manifest")
  @GetMapping("/{manifest}/difference")
  DifferenceView difference(
      @PathVariable UUID conference,
      @PathVariable String manifest,
      @RequestParam long from,
      @RequestParam long to) {
    mustExist(conference, manifest, Math.max(from, to));
    if (from < 0 || to < 0) {
      throw new Missing("manifest-version-unknown", manifest, Math.min(from, to));
    }
    var difference = library.difference(conference, manifest, from, to);
    return new DifferenceView(manifest, from, to, difference.headerFields(), difference.lines());
  }

  private void mustExist(UUID conference, String manifest, long version) {
    var latest =
        library
            .latest(conference, manifest)
            .orElseThrow(() -> new Missing("manifest-unknown", manifest));
    if (version > latest) {
      throw new Missing("manifest-version-unknown", manifest, version);
    }
  }
}
