package org.huiwu.accommodation.hotel.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.huiwu.accommodation.hotel.Contracting;
import org.huiwu.accommodation.hotel.Hotel;
import org.huiwu.accommodation.hotel.Hotels;
import org.huiwu.accommodation.upstream.Conferences;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Keyed;
import org.huiwu.platform.web.command.Reply;
import org.huiwu.platform.web.command.Shown;
import org.huiwu.platform.web.command.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Hotels under contract.
@RestController
@RequestMapping("/conferences/{conference}/hotels")
class HotelController {
  private static final Shown<Hotel, Hotel> SHOWN = Shown.asItIs(Hotel::version);

  private static final String CODE = "[^\\s/]{1,40}";

  /// @param contact code of the contact that receives the rooming list, "" when there is none
  record ContractHotelBody(
      @NotNull @Pattern(regexp = CODE) String code,
      @NotBlank @Size(max = 200) String name,
      @NotNull @Size(max = 80) String contact) {}

  /// A field left out stays as it is.
  record ChangeHotelBody(
      @Nullable @Pattern(regexp = "\\s*\\S.*") @Size(max = 200) String name,
      @Nullable @Size(max = 80) String contact) {}

  private final ChangeDesk desk;
  private final Conferences conferences;
  private final Hotels hotels;
  private final Contracting contracting;

  HotelController(
      ChangeDesk desk, Conferences conferences, Hotels hotels, Contracting contracting) {
    this.desk = desk;
    this.conferences = conferences;
    this.hotels = hotels;
    this.contracting = contracting;
  }

  @Allowed("contract-hotels")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Answered<List<Hotel>> contractHotels(
      @PathVariable UUID conference,
      @RequestBody @NotEmpty List<@NotNull @Valid ContractHotelBody> body,
      @Keyed CommandRequest request) {
    var fresh = body.stream().map(b -> Hotel.contracted(b.code(), b.name(), b.contact())).toList();
    return desk.change(
        request,
        conference,
        "contract-hotels",
        scope -> {
          conferences.mustExist(conference);
          return Reply.createdAll(contracting.contract(scope, fresh));
        });
  }

  @Allowed("read-hotels")
  @GetMapping
  List<Hotel> allHotels(@PathVariable UUID conference) {
    conferences.mustExist(conference);
    return hotels.all(conference);
  }

  @Allowed("read-hotels")
  @GetMapping("/{code}")
  ResponseEntity<Hotel> hotel(@PathVariable UUID conference, @PathVariable String code) {
    return SHOWN.answer(hotels.get(conference, code));
  }

  @Allowed("change-hotel")
  @PatchMapping("/{code}")
  Answered<Hotel> changeHotel(
      @PathVariable UUID conference,
      @PathVariable String code,
      @RequestBody @Valid ChangeHotelBody body,
      @Versioned CommandRequest request) {
    return desk.edit(
        request,
        conference,
        "change-hotel",
        () -> hotels.get(conference, code),
        SHOWN,
        (scope, current) ->
            contracting.describe(
                scope,
                current,
                body.name() == null ? current.name() : body.name(),
                body.contact() == null ? current.contact() : body.contact()));
  }

  @Allowed("cancel-hotel")
  @DeleteMapping("/{code}")
  Answered<Hotel> cancelHotel(
      @PathVariable UUID conference, @PathVariable String code, @Versioned CommandRequest request) {
    return desk.edit(
        request,
        conference,
        "cancel-hotel",
        () -> hotels.get(conference, code),
        SHOWN,
        contracting::cancel);
  }
}
