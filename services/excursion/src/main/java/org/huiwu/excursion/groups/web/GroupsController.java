package org.huiwu.excursion.groups.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.huiwu.excursion.groups.Group;
import org.huiwu.excursion.groups.persistence.Groups;
import org.huiwu.excursion.upstream.Conferences;
import org.huiwu.platform.web.access.Allowed;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The bus-loads over HTTP.
@Tag(name = "groups", description = "Bus-loads with their members")
@RestController
@RequestMapping("/conferences/{conference}/groups")
class GroupsController {
  private final Conferences conferences;
  private final Groups groups;

  GroupsController(Conferences conferences, Groups groups) {
    this.conferences = conferences;
    this.groups = groups;
  }

  @Operation(operationId = "listGroups", summary = "Every bus with its members")
  @Allowed("read-groups")
  @GetMapping
  List<Group> all(@PathVariable UUID conference) {
    conferences.mustExist(conference);
    return groups.all(conference);
  }
}
