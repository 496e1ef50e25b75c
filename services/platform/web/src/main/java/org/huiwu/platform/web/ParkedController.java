package org.huiwu.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.huiwu.platform.messaging.ParkedAgain;
import org.huiwu.platform.messaging.Parking;
import org.huiwu.platform.web.access.Acting;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.access.AuditTrail;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What this service could not take in from others, and trying it again.
@RestController
@RequestMapping("/conferences/{conference}/parked")
public class ParkedController {

  public record ParkedView(
      String aggregate, String id, UUID changeset, UUID change, String event, String reason) {}

  private final Parking parking;
  private final ParkedAgain again;
  private final AuditTrail audit;
  private final TransactionTemplate transactions;

  ParkedController(
      Parking parking, ParkedAgain again, AuditTrail audit, TransactionTemplate transactions) {
    this.parking = parking;
    this.again = again;
    this.audit = audit;
    this.transactions = transactions;
  }

  @Allowed("read-parked")
  @GetMapping
  List<ParkedView> all(@PathVariable UUID conference) {
    return parking.all(conference).stream()
        .map(p ->
            new ParkedView(p.aggregate(), p.id(), p.changeset(), p.root(), p.event(), p.reason()))
        .toList();
  }

  /// What is taken in and its line in the audit trail are one transaction.
  @Allowed("retry-parked")
  @PostMapping("/{aggregate}/{id}/retry")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void retry(
      @PathVariable UUID conference,
      @PathVariable String aggregate,
      @PathVariable String id,
      HttpServletRequest request) {
    transactions.executeWithoutResult(_ -> {
      if (!again.retry(conference, aggregate, id)) {
        throw new Missing("parked-unknown", aggregate, id);
      }
      Acting.current().ifPresent(who -> audit.write(done(conference, who, request)));
    });
  }

  private static AuditTrail.Entry done(UUID conference, Acting who, HttpServletRequest request) {
    return new AuditTrail.Entry(
        conference,
        who.account(),
        who.role(),
        who.action(),
        request.getRequestURI(),
        "accepted",
        null,
        who.address());
  }
}
