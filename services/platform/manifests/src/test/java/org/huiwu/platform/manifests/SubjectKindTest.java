package org.huiwu.platform.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SubjectKindTest {
  private static final SubjectKind PERSON = new SubjectKind("p/");
  private static final SubjectKind MEAL = new SubjectKind("meal/");

  @Test
  void a_subject_is_found_again_by_its_kind_and_by_no_other() {
    var subjects = List.of(PERSON.of("7"), MEAL.of("p/LUNCH"), PERSON.of("8"), MEAL.of(""));
    assertThat(PERSON.among(subjects)).containsExactly("7", "8");
    assertThat(MEAL.among(subjects)).containsExactly("p/LUNCH", "");
  }

  @Test
  void many_are_written_as_one_is() {
    assertThat(PERSON.of(List.of("7", "8"))).containsExactly("p/7", "p/8");
  }
}
