package org.huiwu.notification.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.notification.casefile.RecipientState.of;
import static org.huiwu.notification.letter.Letter.State.DELIVERED;
import static org.huiwu.notification.letter.Letter.State.FAILED;
import static org.huiwu.notification.letter.Letter.State.UNKNOWN;
import static org.huiwu.notification.letter.Letter.State.WAITING;
import static org.huiwu.notification.letter.Letter.State.WITHDRAWN;

import java.util.Arrays;
import java.util.List;
import org.huiwu.notification.letter.Letter;
import org.junit.jupiter.api.Test;

class RecipientStateTest {

  private static RecipientState byLetters(Letter.State... letters) {
    return of(3, 2, 0, 2, true, false, List.of(letters));
  }

  @Test
  void an_acknowledgement_covers_all_versions_before_it() {
    assertThat(of(3, 3, 0, 0, true, true, List.of(FAILED))).isEqualTo(RecipientState.ACKNOWLEDGED);
    assertThat(of(2, 3, 0, 0, true, true, List.of(FAILED))).isEqualTo(RecipientState.ACKNOWLEDGED);
    assertThat(of(4, 3, 0, 0, true, false, List.of(FAILED))).isEqualTo(RecipientState.FAILED);
  }

  @Test
  void what_was_acknowledged_after_it_was_settled_is_acknowledged() {
    assertThat(of(3, 3, 3, 0, true, false, List.of())).isEqualTo(RecipientState.ACKNOWLEDGED);
    assertThat(of(3, 2, 3, 3, true, true, List.of())).isEqualTo(RecipientState.SETTLED);
  }

  @Test
  void who_does_not_receive_it_any_more_owes_nothing_but_what_they_acknowledged_stays() {
    assertThat(of(3, 2, 0, 3, false, true, List.of(DELIVERED))).isEqualTo(RecipientState.RELEASED);
    assertThat(of(3, 3, 0, 3, false, false, List.of(DELIVERED)))
        .isEqualTo(RecipientState.ACKNOWLEDGED);
  }

  @Test
  void who_has_opened_it_has_seen_it_whatever_became_of_the_letter() {
    assertThat(of(3, 2, 0, 3, true, false, List.of(FAILED))).isEqualTo(RecipientState.SEEN);
    assertThat(of(3, 2, 0, 3, true, true, List.of(FAILED))).isEqualTo(RecipientState.ESCALATED);
  }

  @Test
  void of_several_letters_the_one_that_came_furthest_counts() {
    assertThat(byLetters(UNKNOWN, DELIVERED, WAITING)).isEqualTo(RecipientState.DELIVERED);
    assertThat(byLetters(FAILED, WAITING)).isEqualTo(RecipientState.WAITING);
    assertThat(byLetters(FAILED, UNKNOWN)).isEqualTo(RecipientState.UNKNOWN);
  }

  @Test
  void without_a_letter_they_are_told_by_the_page_only() {
    assertThat(byLetters()).isEqualTo(RecipientState.TOLD);
    assertThat(byLetters(WITHDRAWN)).isEqualTo(RecipientState.TOLD);
  }

  @Test
  void every_state_of_a_letter_is_a_state_of_its_recipient() {
    Arrays.stream(Letter.State.values())
        .filter(s -> s != WITHDRAWN)
        .forEach(s -> assertThat(byLetters(s).wire()).isEqualTo(s.wire()));
  }

  @Test
  void only_an_acknowledgement_a_named_person_or_an_end_of_receiving_ends_it() {
    assertThat(Arrays.stream(RecipientState.values()).filter(s -> !s.outstanding()))
        .containsExactlyInAnyOrder(
            RecipientState.ACKNOWLEDGED, RecipientState.SETTLED, RecipientState.RELEASED);
  }
}
