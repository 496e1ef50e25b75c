package org.huiwu.excursion.transfer.web;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import org.huiwu.excursion.membership.MoveMember;
import org.huiwu.excursion.transfer.TransferCommand.AskTransfer;
import org.jspecify.annotations.Nullable;

/// @param route the new route's code; empty for none
/// @param bus the new bus's code; left out or empty: the one with the most free seats
/// @param base the version of the person's membership that the phone had
/// @param happenedAt when it was decided, local to the conference
record TransferBody(
    @NotBlank @Size(max = 40) String person,
    @NotNull @Size(max = 40) String route,
    @Nullable @Size(max = 40) String bus,
    @NotNull @Min(1) Long base,
    @NotNull LocalDateTime happenedAt) {

  AskTransfer command() {
    return new AskTransfer(new MoveMember(person, route, bus == null ? "" : bus), base, happenedAt);
  }
}
