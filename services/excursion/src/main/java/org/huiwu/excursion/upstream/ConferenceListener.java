package org.huiwu.excursion.upstream;

import java.util.List;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.StateListener;
import org.springframework.stereotype.Component;

/// Learns of conferences.
@Component
class ConferenceListener implements StateListener<ConferenceListener.ConferenceState> {

  record ConferenceState(String code) {}

  private final Conferences conferences;

  ConferenceListener(Conferences conferences) {
    this.conferences = conferences;
  }

  @Override
  public String aggregate() {
    return "registration.conference";
  }

  @Override
  public Class<ConferenceState> type() {
    return ConferenceState.class;
  }

  @Override
  public void on(List<UpstreamState<ConferenceState>> states, ChangeScope scope) {
    states.forEach(s -> conferences.store(scope.conference(), s.state().code()));
  }
}
