package org.huiwu.registration.roster.queue;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.huiwu.registration.participant.Withdrawals;
import org.huiwu.registration.upstream.FieldsOfOthers;
import org.springframework.stereotype.Component;

/// What a clerk was asked and somebody else has answered meanwhile, by doing it.
@Component
class AnsweredElsewhere implements FieldsOfOthers, Withdrawals {
  private final ClerksQueue queue;

  AnsweredElsewhere(ClerksQueue queue) {
    this.queue = queue;
  }

  @Override
  public void said(
      UUID conference, String field, String owner, List<String> persons, List<String> values) {
    queue.agreed(conference, field, owner, persons, values);
  }

  @Override
  public void withdrawn(UUID conference, Collection<String> persons) {
    queue.withdrawn(conference, persons);
  }
}
