package org.huiwu.oracle.making;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.huiwu.oracle.Conference;
import org.huiwu.oracle.Inventory;
import org.huiwu.oracle.Inventory.Contact;
import org.huiwu.oracle.Inventory.Delegation;
import org.huiwu.oracle.Inventory.Hotel;
import org.huiwu.oracle.Inventory.Room;
import org.huiwu.oracle.Inventory.Session;

/// Invents a conference and what is known of it beforehand.
final class InventoryMaker {

  private static final List<String> DELEGATIONS =
      List.of(
          "BJ 北京市",
          "TJ 天津市",
          "HE 河北省",
          "SX 山西省",
          "NM 内蒙古自治区",
          "LN 辽宁省",
          "JL 吉林省",
          "HL 黑龙江省",
          "SH 上海市",
          "JS 江苏省",
          "ZJ 浙江省",
          "AH 安徽省",
          "FJ 福建省",
          "JX 江西省",
          "SD 山东省",
          "HA 河南省",
          "HB 湖北省",
          "HN 湖南省",
          "GD 广东省",
          "HI 海南省",
          "CQ 重庆市",
          "SC 四川省",
          "GZ 贵州省",
          "YN 云南省",
          "XZ 西藏自治区",
          "SN 陕西省",
          "GS 甘肃省",
          "QH 青海省",
          "NX 宁夏回族自治区",
          "XJ 新疆维吾尔自治区",
          "BT 新疆生产建设兵团",
          "MIN 国家部委",
          "ORG 承办单位");
  private static final List<String> HOTEL_NAMES =
      List.of("荔园山庄", "党校招待所", "邕江宾馆", "明园饭店", "国际饭店", "西园宾馆", "南湖酒店");
  private static final List<String> HALLS = List.of("荔园会堂", "一号厅", "报告厅", "多功能厅", "人民会堂");
  private static final List<String> TITLES = List.of("开幕式", "全体会议", "经验交流", "分组讨论", "闭幕式", "座谈会");

  private final Dice dice;
  private final Size size;
  private final Conference conference;
  private final List<Contact> contacts = new ArrayList<>();

  InventoryMaker(Dice dice, Size size, String codeSuffix) {
    this.dice = dice;
    this.size = size;
    this.conference = conference(codeSuffix);
  }

  Conference conference() {
    return conference;
  }

  private Conference conference(String codeSuffix) {
    String zone =
        dice.chance(0.65)
            ? "Asia/Shanghai"
            : dice.of("Asia/Urumqi", "Asia/Tokyo", "Asia/Bangkok", "Asia/Kolkata", "Europe/Berlin");
    LocalDate first =
        LocalDate.of(dice.between(2026, 2028), dice.between(4, 9), dice.between(1, 28));
    LocalDateTime starts = dice.time(first.atTime(7, 0), first.atTime(14, 0));
    LocalDate last = first.plusDays(dice.between(3, 5));
    LocalDateTime ends = dice.time(last.atTime(12, 0), last.atTime(20, 0));
    return new Conference(
        dice.of("HY", "WW", "JL", "ZT-") + first.getYear() + codeSuffix,
        dice.of("全国", "西南片区", "沿边") + dice.of("水利", "住建", "卫生", "教育") + dice.of("工作", "经验交流") + "会",
        ZoneId.of(zone),
        starts,
        ends,
        starts.minusDays(4).withHour(18).withMinute(0));
  }

  Inventory inventory() {
    List<Hotel> hotels = hotels();
    List<Delegation> delegations = delegations(hotels);
    ExcursionMaker excursions = new ExcursionMaker(dice, size, conference, delegations, contacts);
    var routes = excursions.routes();
    var stops = excursions.stops(routes);
    var trips = new ArrayList<>(excursions.buses(routes));
    trips.addAll(new PickupMaker(dice, conference, contacts).pickups());
    return new Inventory(
        delegations,
        hotels,
        rooms(hotels, delegations),
        routes,
        stops,
        List.copyOf(trips),
        new MealMaker(dice, conference, contacts).meals(hotels, routes),
        sessions(),
        contacts);
  }

  private List<Hotel> hotels() {
    int count = dice.between(1, Math.min(5, 2 + size.people() / 60));
    String style = dice.of("H", "HT0", "J");
    return IntStream.rangeClosed(1, count)
        .mapToObj(i ->
            new Hotel(
                style + i,
                HOTEL_NAMES.get(i - 1),
                contact(contacts, "HOTEL-" + style + i, "hotel")))
        .toList();
  }

  private List<Delegation> delegations(List<Hotel> hotels) {
    int count = Math.clamp(size.people() / dice.between(5, 12), 3, DELEGATIONS.size());
    List<Delegation> delegations = new ArrayList<>();
    boolean numbered = dice.chance(0.25);
    for (String known : dice.some(DELEGATIONS, count)) {
      String code =
          numbered
              ? "D%02d".formatted(delegations.size() + 1)
              : known.substring(0, known.indexOf(' '));
      delegations.add(
          new Delegation(code, known.substring(known.indexOf(' ') + 1), dice.pick(hotels).code()));
    }
    return delegations;
  }

  /// Usually enough beds for everybody; sometimes too few, so that somebody stays without a room.
  private List<Room> rooms(List<Hotel> hotels, List<Delegation> delegations) {
    double plenty = dice.chance(0.2) ? 0.7 : 2.2;
    List<Room> rooms = new ArrayList<>();
    for (Hotel hotel : hotels) {
      long lodged = delegations.stream().filter(d -> d.hotel().equals(hotel.code())).count();
      int beds = (int) (plenty * size.people() * (lodged + 1) / delegations.size()) + 6;
      int number = 301;
      while (beds > 0) {
        String type = number % 100 <= 2 ? "suite" : dice.of("twin", "twin", "single");
        int capacity = type.equals("twin") ? 2 : 1;
        rooms.add(new Room(hotel.code(), String.valueOf(number), type, capacity));
        beds -= capacity;
        number = number % 100 == 30 ? number + 71 : number + 1;
      }
    }
    return rooms;
  }

  private List<Session> sessions() {
    List<Session> sessions = new ArrayList<>();
    int count = dice.between(1, 4);
    for (int i = 1; i <= count; i++) {
      LocalDate day = conference.starts().toLocalDate().plusDays(dice.between(0, 2));
      sessions.add(
          new Session(
              dice.of("S", "M", "HY") + "-" + i,
              TITLES.get(i - 1),
              dice.pick(HALLS),
              dice.time(day.atTime(8, 0), day.atTime(16, 0)),
              contact(contacts, "HALL-" + i, "desk")));
    }
    return sessions;
  }

  static String contact(List<Contact> contacts, String code, String role) {
    contacts.add(
        new Contact(
            code,
            role,
            code + "联系人",
            "0771" + (5550000 + contacts.size()),
            code.toLowerCase(Locale.ROOT) + "@example.org"));
    return code;
  }
}
