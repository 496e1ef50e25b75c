package org.huiwu.oracle.making;

import java.util.List;
import java.util.Locale;

/// The columns of a roster, with the words of FORMAT.md and its sample for them.
enum Field {
  NAME("Name", List.of("姓名", "姓 名", "参会人员姓名", "姓　名"), List.of("代表姓名", "参会人", "Full name")),
  GENDER("Gender", List.of("性别", "性 别"), List.of("性别(男/女)", "Sex")),
  RANK("Rank", List.of("级别", "级 别", "行政级别"), List.of("职级", "行政职级")),
  TITLE("Title", List.of("职务", "职 务", "单位及职务"), List.of("工作单位及职务", "职务职称", "Position")),
  PHONE("Mobile", List.of("手机", "联系电话", "手机号码"), List.of("手机号", "电话", "联系方式", "Phone")),
  DIET("Diet", List.of("饮食", "饮食要求", "用餐要求"), List.of("饮食禁忌", "用餐", "Dietary needs")),
  ARRIVE("Arrival", List.of("到达时间", "抵邕时间", "到达日期时间"), List.of("抵达时间", "抵达日期", "Arrival time")),
  ARRIVE_NO(
      "Arrival flight/train",
      List.of("到达航班/车次", "抵达航班(车次)", "抵达航班（车次）"),
      List.of("抵达航班/车次", "来程航班", "Arrival flight")),
  ARRIVE_AT("Arrival place", List.of("到达地点", "抵达机场/车站"), List.of("抵达地点", "抵达站", "Arrival station")),
  DEPART("Departure", List.of("返程时间", "离邕时间", "返程日期时间"), List.of("离开时间", "离会时间", "Departure time")),
  DEPART_NO(
      "Departure flight/train",
      List.of("返程航班/车次", "返程航班(车次)", "返程航班（车次）", "返程航班"),
      List.of("返程车次", "离邕航班/车次", "Departure flight")),
  DEPART_AT(
      "Departure place",
      List.of("返程地点", "返程机场/车站", "返程站"),
      List.of("离邕地点", "返程出发地", "Departure station")),
  ROUTE("Excursion", List.of("考察路线", "考察路线意向", "参加考察"), List.of("考察线路", "考察意向", "Route")),
  COMPANION(
      "Accompanying",
      List.of("随行人员", "与参会代表关系", "随行家属"),
      List.of("是否家属", "家属", "Accompanying person"));

  private final String english;
  private final List<String> chinese;
  private final List<String> beyond;

  Field(String english, List<String> chinese, List<String> beyond) {
    this.english = english;
    this.chinese = chinese;
    this.beyond = beyond;
  }

  /// As `issues.csv` names it.
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String english() {
    return english;
  }

  /// The Chinese headers that FORMAT.md or the sample shows.
  List<String> chinese() {
    return chinese;
  }

  /// Headers that an experienced clerk understands although they stand nowhere yet.
  List<String> beyond(boolean inEnglish) {
    return beyond.stream().filter(word -> inEnglish == (word.charAt(0) < 128)).toList();
  }

  boolean isOfArrival() {
    return this == ARRIVE || this == ARRIVE_NO || this == ARRIVE_AT;
  }

  boolean isOfDeparture() {
    return this == DEPART || this == DEPART_NO || this == DEPART_AT;
  }
}
