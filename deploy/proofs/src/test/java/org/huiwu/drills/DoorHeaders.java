package org.huiwu.drills;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.huiwu.drills.openapi.ApiDocument.Operation;
import org.huiwu.drills.openapi.BrokenBodies;

/// Requests that are wrong before their body is looked at: by their headers, or by their length.
final class DoorHeaders {
  private static final int FILE_LIMIT = 24 * 1024 * 1024;

  private final BrokenBodies bodies;
  private final DoorAddresses addresses;
  private final DoorKnocks knocks;

  DoorHeaders(BrokenBodies bodies, DoorAddresses addresses, DoorKnocks knocks) {
    this.bodies = bodies;
    this.addresses = addresses;
    this.knocks = knocks;
  }

  void walk(Operation operation) {
    if (operation.streams()) {
      return;
    }
    if (operation.reads()) {
      sent(operation, "an unknown format", addresses.first(operation))
          .with("Accept", "image/png")
          .refused();
      for (var odd : WrongInput.languages()) {
        sent(operation, "the language " + DoorKnocks.shown(odd), addresses.first(operation))
            .with("Accept", "image/png")
            .with("Accept-Language", odd)
            .refused();
      }
      return;
    }
    var body = bodies.allowed(operation.body());
    if (operation.requiresHeader("Idempotency-Key")) {
      sent(operation, "no key", addresses.first(operation))
          .without("Idempotency-Key")
          .refused(body, 400);
      sent(operation, "a blank key", addresses.first(operation))
          .with("Idempotency-Key", " ")
          .refused(body, 400);
    }
    if (!operation.body().isMissingNode()) {
      sent(operation, "an unreadable language", addresses.first(operation))
          .with("Accept-Language", "zh;q=a")
          .with("Content-Type", "text/plain")
          .refused(body, 415);
    }
    if (operation.uploads()) {
      files(operation);
    }
    if (operation.hasHeader("Idempotency-Key")) {
      sent(operation, "a long key", addresses.first(operation))
          .with("Idempotency-Key", "k".repeat(4_000))
          .refused(body, 400);
    }
    if (operation.hasHeader("Huiwu-Reason")) {
      sent(operation, "a malformed reason", addresses.first(operation))
          .with("Huiwu-Reason", "%ZZ")
          .refused(body, 400);
    }
    if (operation.hasHeader("Huiwu-Role")) {
      sent(operation, "a role that nobody has", addresses.first(operation))
          .with("Huiwu-Role", "emperor")
          .refused(body, 403);
    }
    if (operation.requiresHeader("If-Match")) {
      sent(operation, "no version", addresses.first(operation))
          .without("If-Match")
          .refused(body, 428);
      for (var odd : List.of("yesterday", "*", "\"1\", \"2\"", "9".repeat(30))) {
        sent(operation, "the version " + odd, addresses.first(operation))
            .with("If-Match", odd)
            .refused(body, 400);
      }
      var stale =
          sent(operation, "a stale version", addresses.first(operation))
              .refused(body, 412, 404, 422);
      if (stale.statusCode() != 412 && addresses.isKnown(operation)) {
        knocks.fault(
            operation + " with a stale version: " + stale.statusCode() + " " + stale.body());
      }
    }
  }

  /// One byte over the limit, its length said beforehand and not.
  private void files(Operation operation) {
    var bytes = new byte[FILE_LIMIT + 1];
    for (var body :
        List.of(
            BodyPublishers.ofByteArray(bytes),
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))) {
      var answer =
          sent(operation, "too large a file", addresses.first(operation)).refused(body, 413);
      if (!answer.body().contains(Integer.toString(FILE_LIMIT))) {
        knocks.fault(operation + " does not say its limit: " + answer.body());
      }
    }
  }

  private DoorKnocks.Knock sent(Operation operation, String what, String address) {
    return knocks.at(operation, what, address);
  }
}
