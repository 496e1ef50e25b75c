package org.huiwu.simulator;

import java.util.Locale;
import org.huiwu.accommodation.AccommodationApplication;
import org.huiwu.catering.CateringApplication;
import org.huiwu.excursion.ExcursionApplication;
import org.huiwu.notification.NotificationApplication;
import org.huiwu.registration.RegistrationApplication;
import org.huiwu.transportdispatch.TransportDispatchApplication;
import org.huiwu.venue.VenueApplication;

/// The services that are simulated. Phones and sites get a place beside them when there are some:
/// whatever can act, be late and crash.
enum Service {
  REGISTRATION(RegistrationApplication.class),
  ACCOMMODATION(AccommodationApplication.class),
  CATERING(CateringApplication.class),
  TRANSPORT_DISPATCH(TransportDispatchApplication.class),
  EXCURSION(ExcursionApplication.class),
  VENUE(VenueApplication.class),
  NOTIFICATION(NotificationApplication.class);

  private final Class<?> application;

  Service(Class<?> application) {
    this.application = application;
  }

  Class<?> application() {
    return application;
  }

  /// As in addresses and topics, e.g. `transport-dispatch`.
  String serviceName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
