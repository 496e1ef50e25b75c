package org.huiwu.standalone;

import java.util.Locale;
import org.huiwu.accommodation.AccommodationApplication;
import org.huiwu.catering.CateringApplication;
import org.huiwu.excursion.ExcursionApplication;
import org.huiwu.notification.NotificationApplication;
import org.huiwu.registration.RegistrationApplication;
import org.huiwu.transportdispatch.TransportDispatchApplication;
import org.huiwu.venue.VenueApplication;

/// The services that the standalone platform runs, each a Spring application with its own database.
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

  String database() {
    return "huiwu_" + name().toLowerCase(Locale.ROOT);
  }
}
