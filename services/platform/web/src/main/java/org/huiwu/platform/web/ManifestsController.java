package org.huiwu.platform.web;

import java.util.List;
import java.util.UUID;
import org.huiwu.platform.manifests.Manifests;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The owner's copy of the manifests that it derives: whole, without versions (those are
/// notification's).
@RestController
@RequestMapping("/conferences/{conference}/derived-manifests")
public class ManifestsController {
  private final Manifests manifests;

  ManifestsController(Manifests manifests) {
    this.manifests = manifests;
  }

  @Allowed("read-derived-manifests")
  @GetMapping
  List<Manifests.Head> heads(@PathVariable UUID conference) {
    return manifests.heads(conference);
  }

  @Allowed("read-derived-manifests")
  @GetMapping("/{manifest}")
  Manifests.Whole whole(@PathVariable UUID conference, @PathVariable String manifest) {
    return manifests
        .find(conference, manifest)
        .orElseThrow(() -> new Missing("manifest-unknown", manifest));
  }
}
