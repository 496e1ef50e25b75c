package org.huiwu.accommodation.hotel.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.huiwu.accommodation.hotel.Contracting;
import org.huiwu.accommodation.hotel.HotelRoom;
import org.huiwu.accommodation.hotel.HotelRooms;
import org.huiwu.accommodation.upstream.Conferences;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Rooms under contract, in bulk.
@RestController
@RequestMapping("/conferences/{conference}/rooms")
class RoomController {

  /// @param type the hotel's word; `suite` and `single` are kept for the higher ranks
  /// @param capacity beds
  record ContractRoomBody(
      @NotBlank @Size(max = 40) String hotel,
      @NotBlank @Size(max = 40) String room,
      @NotBlank @Size(max = 40) String type,
      @Min(1) @Max(100) int capacity) {}

  private final ChangeDesk desk;
  private final Conferences conferences;
  private final HotelRooms rooms;
  private final Contracting contracting;

  RoomController(
      ChangeDesk desk, Conferences conferences, HotelRooms rooms, Contracting contracting) {
    this.desk = desk;
    this.conferences = conferences;
    this.rooms = rooms;
    this.contracting = contracting;
  }

  @Allowed("contract-rooms")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Answered<List<HotelRoom>> contractRooms(
      @PathVariable UUID conference,
      @RequestBody @NotEmpty List<@NotNull @Valid ContractRoomBody> body,
      @Keyed CommandRequest request) {
    var fresh =
        body.stream().map(b -> new HotelRoom(b.hotel(), b.room(), b.type(), b.capacity())).toList();
    return desk.change(
        request,
        conference,
        "contract-rooms",
        scope -> {
          conferences.mustExist(conference);
          return Reply.createdAll(contracting.contractRooms(scope, fresh));
        });
  }

  @Allowed("read-rooms")
  @GetMapping
  List<HotelRoom> rooms(
      @PathVariable UUID conference, @RequestParam(required = false) @Nullable String hotel) {
    conferences.mustExist(conference);
    return rooms.all(conference, hotel);
  }
}
