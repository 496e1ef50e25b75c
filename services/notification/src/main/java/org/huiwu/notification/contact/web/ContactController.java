package org.huiwu.notification.contact.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.huiwu.notification.contact.Contact;
import org.huiwu.notification.contact.ContactListener;
import org.huiwu.notification.contact.Contacts;
import org.huiwu.notification.contact.PhoneListener;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.access.Caller;
import org.huiwu.platform.web.access.Rights;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Keyed;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.platform.web.command.Versioned;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Who receives manifests. No other service is told of contacts.
@RestController
@RequestMapping("/conferences/{conference}/contacts")
class ContactController {
  private static final String CHANGE = "change-contact";

  /// @param secret told to nobody again
  record WebhookSecret(@NotBlank @Size(max = 200) String secret) {
    @Override
    public String toString() {
      return "WebhookSecret";
    }
  }

  private final Contacts contacts;
  private final ObjectProvider<ContactListener> newcomers;
  private final ObjectProvider<PhoneListener> numbers;
  private final Rights rights;
  private final ChangeDesk desk;

  ContactController(
      Contacts contacts,
      ObjectProvider<ContactListener> newcomers,
      ObjectProvider<PhoneListener> numbers,
      Rights rights,
      ChangeDesk desk) {
    this.contacts = contacts;
    this.newcomers = newcomers;
    this.numbers = numbers;
    this.rights = rights;
    this.desk = desk;
  }

  @Allowed("read-contacts")
  @GetMapping
  List<Contact> all(@PathVariable UUID conference, Caller caller) {
    var all = contacts.all(conference);
    return mayChange(caller, conference)
        ? all
        : all.stream().map(Contact::withoutWebhookKey).toList();
  }

  @Allowed("read-contacts")
  @GetMapping("/{code}")
  ResponseEntity<Contact> one(
      @PathVariable UUID conference, @PathVariable String code, Caller caller) {
    var stored = get(conference, code);
    var contact = stored.contact();
    return ResponseEntity.ok()
        .eTag("\"" + stored.version() + "\"")
        .body(mayChange(caller, conference) ? contact : contact.withoutWebhookKey());
  }

  /// The address of a group robot is all that is needed to speak in the group. Within another
  /// conference than the token's only what is held on the platform counts.
  private boolean mayChange(Caller caller, UUID conference) {
    var held = conference.equals(caller.conference()) ? caller.roles() : caller.platformRoles();
    var right = rights.actions().get(CHANGE);
    return right != null && right.roles().stream().anyMatch(held::contains);
  }

  @Allowed("add-contacts")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Answered<List<Contact>> add(
      @PathVariable UUID conference,
      @RequestBody List<@NotNull @Valid Contact> body,
      @Keyed CommandRequest request) {
    return desk.change(
        request,
        conference,
        "add-contacts",
        _ -> {
          for (var contact : body) {
            if (!contacts.add(conference, contact)) {
              throw new Conflict("contact-exists", contact.code());
            }
          }
          var codes = body.stream().map(Contact::code).toList();
          newcomers.orderedStream().forEach(l -> l.on(conference, codes));
          return Reply.createdAll(body);
        });
  }

  @Allowed(CHANGE)
  @PutMapping("/{code}")
  Answered<Contact> change(
      @PathVariable UUID conference,
      @PathVariable String code,
      @RequestBody @Valid Contact body,
      @Versioned CommandRequest request) {
    return desk.change(
        request,
        conference,
        CHANGE,
        _ -> {
          var stored = get(conference, code);
          request.mustMatch(stored.version(), stored.contact());
          var changed =
              new Contact(
                  code,
                  body.role(),
                  body.name(),
                  body.phone(),
                  body.email(),
                  body.channels(),
                  body.webhook(),
                  body.worksFrom(),
                  body.worksTo(),
                  body.standIn(),
                  body.language());
          if (changed.equals(stored.contact())) {
            return Reply.ok(changed, stored.version());
          }
          contacts.replace(conference, changed);
          if (!changed.hasNumberOf(stored.contact())) {
            numbers.orderedStream().forEach(l -> l.on(conference, code));
          }
          return Reply.ok(changed, stored.version() + 1);
        });
  }

  /// With what messages to the contact's webhook are signed. It is kept and never told again.
  @Allowed(CHANGE)
  @PutMapping("/{code}/webhook-secret")
  Answered<Contact> keepSecret(
      @PathVariable UUID conference,
      @PathVariable String code,
      @RequestBody @Valid WebhookSecret body,
      @Keyed CommandRequest request) {
    return desk.change(
        request,
        conference,
        CHANGE,
        _ -> {
          var stored = get(conference, code);
          contacts.keepWebhookSecret(conference, code, body.secret());
          return Reply.ok(stored.contact(), stored.version());
        });
  }

  private Contacts.Stored get(UUID conference, String code) {
    return contacts.find(conference, code).orElseThrow(() -> new Missing("contact-unknown", code));
  }
}
