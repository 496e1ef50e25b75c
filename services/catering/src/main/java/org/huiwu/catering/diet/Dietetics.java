package org.huiwu.catering.diet;

import java.util.Map;
import org.huiwu.catering.subject.Subject;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.springframework.stereotype.Service;

/// Seeding and changing diets.
@Service
public class Dietetics {
  static final String AGGREGATE = "catering.diet";

  /// A diet as it travels; the person is the aggregate's id.
  record DietState(String diet) {}

  private final Diets diets;

  Dietetics(Diets diets) {
    this.diets = diets;
  }

  /// Gives a diet to those of the people who have none yet. Who has one keeps it, whatever
  /// registration says later.
  ///
  /// @param declared declared diets by person
  public void seed(ChangeScope scope, Map<String, String> declared) {
    diets
        .addMissing(scope.conference(), declared)
        .forEach(diet -> {
          scope.seeded(
              AGGREGATE, diet.person(), diet.version(), "diet-seeded", new DietState(diet.kind()));
          scope.touch(Subject.PERSON.of(diet.person()));
        });
  }

  public Diet change(ChangeScope scope, Diet current, String kind) {
    if (!Diet.KINDS.contains(kind)) {
      throw new Refused("diet-unknown", kind);
    }
    var changed = current.changedTo(kind);
    if (!changed.equals(current)) {
      diets.update(scope.conference(), changed);
      scope.changed(
          AGGREGATE,
          changed.person(),
          changed.version(),
          "diet-changed",
          new DietState(changed.kind()));
      scope.touch(Subject.PERSON.of(changed.person()));
    }
    return changed;
  }
}
