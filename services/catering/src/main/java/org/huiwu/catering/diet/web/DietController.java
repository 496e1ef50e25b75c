package org.huiwu.catering.diet.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.huiwu.catering.diet.Diet;
import org.huiwu.catering.diet.Dietetics;
import org.huiwu.catering.diet.Diets;
import org.huiwu.catering.upstream.Conferences;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Shown;
import org.huiwu.platform.web.command.Versioned;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Diets at the catering desk.
@RestController
@RequestMapping("/conferences/{conference}/diets")
class DietController {
  private static final Shown<Diet, DietView> SHOWN = new Shown<>(DietView::of, Diet::version);

  record ChangeDietBody(@NotBlank @Size(max = 40) String diet) {}

  record DietView(String person, String diet, long version) {
    static DietView of(Diet diet) {
      return new DietView(diet.person(), diet.kind(), diet.version());
    }
  }

  private final ChangeDesk desk;
  private final Conferences conferences;
  private final Diets diets;
  private final Dietetics dietetics;

  DietController(ChangeDesk desk, Conferences conferences, Diets diets, Dietetics dietetics) {
    this.desk = desk;
    this.conferences = conferences;
    this.diets = diets;
    this.dietetics = dietetics;
  }

  @Allowed("read-diets")
  @GetMapping
  List<DietView> diets(@PathVariable UUID conference) {
    conferences.mustExist(conference);
    return diets.all(conference).stream().map(DietView::of).toList();
  }

  @Allowed("read-diets")
  @GetMapping("/{person}")
  ResponseEntity<DietView> diet(@PathVariable UUID conference, @PathVariable String person) {
    return SHOWN.answer(get(conference, person));
  }

  @Allowed("change-diet")
  @PutMapping("/{person}")
  Answered<DietView> changeDiet(
      @PathVariable UUID conference,
      @PathVariable String person,
      @RequestBody @Valid ChangeDietBody body,
      @Versioned CommandRequest request) {
    return desk.edit(
        request,
        conference,
        "change-diet",
        () -> get(conference, person),
        SHOWN,
        (scope, diet) -> dietetics.change(scope, diet, body.diet()));
  }

  private Diet get(UUID conference, String person) {
    conferences.mustExist(conference);
    return diets.get(conference, person);
  }
}
