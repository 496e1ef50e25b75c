package org.huiwu.notification.reminder.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.huiwu.notification.reminder.ReminderOrders;
import org.huiwu.notification.reminder.ReminderPreview;
import org.huiwu.notification.reminder.ReminderView;
import org.huiwu.notification.reminder.Selection;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Keyed;
import org.huiwu.platform.web.command.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Reminders to delegates: looked at first, then ordered, and called off.
@RestController
@RequestMapping("/conferences/{conference}")
class ReminderController {

  /// @param minutesBefore left out: as the template's kind has it
  /// @param urgent also at night
  record OrderBody(
      @NotBlank @Size(max = 40) String template,
      @NotNull @Valid Selection selection,
      @Nullable @Min(0) @Max(2880) Integer minutesBefore,
      boolean urgent) {
    ReminderOrders.Order order() {
      return new ReminderOrders.Order(template, selection, minutesBefore, urgent);
    }
  }

  private final ReminderOrders orders;
  private final ChangeDesk desk;

  ReminderController(ReminderOrders orders, ChangeDesk desk) {
    this.orders = orders;
    this.desk = desk;
  }

  @Allowed("read-reminders")
  @GetMapping("/reminders")
  List<ReminderView> all(@PathVariable UUID conference) {
    return orders.all(conference);
  }

  @Allowed("read-reminders")
  @GetMapping("/reminders/{reminder}")
  ReminderView one(@PathVariable UUID conference, @PathVariable UUID reminder) {
    return orders.one(conference, reminder);
  }

  /// Who, how many, three samples; writes nothing.
  @Allowed("preview-reminder")
  @PostMapping("/reminder-previews")
  ReminderPreview preview(
      @PathVariable UUID conference, @RequestBody @Valid OrderBody body, CommandRequest request) {
    return orders.preview(conference, body.order(), request.origin().actor());
  }

  @Allowed("order-reminder")
  @PostMapping("/reminders")
  @ResponseStatus(HttpStatus.CREATED)
  Answered<ReminderView> order(
      @PathVariable UUID conference,
      @RequestBody @Valid OrderBody body,
      @Keyed CommandRequest request) {
    return desk.change(
        request,
        conference,
        "order-reminder",
        _ -> Reply.createdAll(orders.order(conference, body.order(), request.origin().actor())));
  }

  @Allowed("cancel-reminder")
  @PostMapping("/reminders/{reminder}/cancellation")
  @ResponseStatus(HttpStatus.CREATED)
  Answered<ReminderView> cancel(
      @PathVariable UUID conference, @PathVariable UUID reminder, @Keyed CommandRequest request) {
    return desk.change(
        request,
        conference,
        "cancel-reminder",
        _ -> Reply.createdAll(orders.cancel(conference, reminder)));
  }
}
