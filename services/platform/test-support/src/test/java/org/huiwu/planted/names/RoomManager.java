package org.huiwu.planted.names;

final class RoomManager {
  static final class BedDtoReader {}
}
