package org.huiwu.catering.upstream;

import java.util.List;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.StateListener;
import org.springframework.stereotype.Component;

/// Keeps which hotels there are. No count depends on a hotel's own state, only on who lodges there.
@Component
class HotelListener implements StateListener<Hotel> {
  private final Hotels hotels;

  HotelListener(Hotels hotels) {
    this.hotels = hotels;
  }

  @Override
  public String aggregate() {
    return "accommodation.hotel";
  }

  @Override
  public Class<Hotel> type() {
    return Hotel.class;
  }

  @Override
  public void on(List<UpstreamState<Hotel>> states, ChangeScope scope) {
    hotels.store(scope.conference(), states.stream().map(UpstreamState::state).toList());
  }
}
