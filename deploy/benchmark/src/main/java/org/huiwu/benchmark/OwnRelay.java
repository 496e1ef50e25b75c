package org.huiwu.benchmark;

/// The platform's relay, with the messenger that it is a part of.
record OwnRelay(VenueInside venue) implements Carrier {
  static OwnRelay started(VenueInside venue) {
    venue.startMessenger();
    return new OwnRelay(venue);
  }

  @Override
  public void close() {
    venue.stopMessenger();
  }
}
