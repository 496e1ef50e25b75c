package org.huiwu.notification.channel.sms.web;

import io.swagger.v3.oas.annotations.Hidden;
import org.huiwu.notification.channel.sms.ProviderEvents;
import org.huiwu.notification.channel.sms.ProviderEvents.Signed;
import org.huiwu.notification.channel.sms.ProviderEvents.Taken;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.problem.ProblemException.Forbidden;
import org.huiwu.platform.web.problem.ProblemException.Malformed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Open to everybody at the gateway, and of use only to who has the provider's secret: what is not
/// signed, signed long ago or changed on the way gets one and the same answer.
///
/// Providers find these doors in docs/how-to-connect-a-provider.md; the service's own document is
/// for people with accounts, to whom they are closed.
@Hidden
@RestController
@RequestMapping("/providers/sms")
class ProviderController {
  private static final String ACTION = "provider-callback";

  private final ProviderEvents events;

  ProviderController(ProviderEvents events) {
    this.events = events;
  }

  @Allowed(ACTION)
  @PostMapping("/receipts")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void receipt(
      @RequestHeader(name = "Provider-Key", required = false) @Nullable String key,
      @RequestHeader(name = "Provider-Timestamp", required = false) @Nullable String seconds,
      @RequestHeader(name = "Provider-Signature", required = false) @Nullable String signature,
      @RequestBody byte[] body) {
    answer(events.receipt(new Signed(key, seconds, signature, body)));
  }

  @Allowed(ACTION)
  @PostMapping("/inbound")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void inbound(
      @RequestHeader(name = "Provider-Key", required = false) @Nullable String key,
      @RequestHeader(name = "Provider-Timestamp", required = false) @Nullable String seconds,
      @RequestHeader(name = "Provider-Signature", required = false) @Nullable String signature,
      @RequestBody byte[] body) {
    answer(events.inbound(new Signed(key, seconds, signature, body)));
  }

  private static void answer(Taken taken) {
    switch (taken) {
      case TAKEN -> {}
      case NOT_SIGNED -> throw new Forbidden("not-allowed", ACTION);
      case UNREADABLE -> throw new Malformed("request-malformed");
    }
  }
}
