package org.huiwu.oracle.making;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.huiwu.oracle.Conference;
import org.huiwu.oracle.Inventory.Contact;
import org.huiwu.oracle.Inventory.Hotel;
import org.huiwu.oracle.Inventory.Meal;
import org.huiwu.oracle.Inventory.Route;

/// Meals of every scope: in the hotels (breakfasts before, at and around 10:00), for ranks, on
/// routes (also at the very minute of departure and of return).
final class MealMaker {

  private final Dice dice;
  private final Conference conference;
  private final List<Contact> contacts;

  MealMaker(Dice dice, Conference conference, List<Contact> contacts) {
    this.dice = dice;
    this.conference = conference;
    this.contacts = contacts;
  }

  List<Meal> meals(List<Hotel> hotels, List<Route> routes) {
    List<Meal> meals = new ArrayList<>();
    for (Hotel hotel : hotels) {
      String kitchen = "K" + hotel.code();
      String contact = InventoryMaker.contact(contacts, "KITCHEN-" + hotel.code(), "kitchen");
      LocalDate first = conference.starts().toLocalDate();
      LocalTime breakfast = dice.of(time(6, 30), time(7, 0), time(7, 30), time(9, 55), time(10, 0));
      LocalTime lunch = dice.of(time(12, 0), time(12, 15));
      LocalTime dinner = dice.of(time(18, 0), time(18, 30), time(19, 0));
      for (int day = 0; !first.plusDays(day).isAfter(conference.ends().toLocalDate()); day++) {
        LocalDate date = first.plusDays(day);
        addOften(meals, "B", hotel, day, date.atTime(breakfast), kitchen, contact);
        addOften(meals, "L", hotel, day, date.atTime(lunch), kitchen, contact);
        addOften(meals, "D", hotel, day, date.atTime(dinner), kitchen, contact);
      }
    }
    banquets(meals);
    for (Route route : routes) {
      ofRoute(meals, route);
    }
    return meals;
  }

  private void addOften(
      List<Meal> meals,
      String kind,
      Hotel hotel,
      int day,
      LocalDateTime starts,
      String kitchen,
      String contact) {
    if (dice.chance(0.88)) {
      String code = kind + hotel.code() + "D" + day;
      meals.add(meal(code, starts, kitchen, "hotel:" + hotel.code(), contact));
    }
  }

  private void banquets(List<Meal> meals) {
    int count = dice.between(1, 3);
    String contact = InventoryMaker.contact(contacts, "KITCHEN-VIP", "kitchen");
    for (int i = 1; i <= count; i++) {
      LocalDate date = conference.starts().toLocalDate().plusDays(dice.between(0, 2));
      meals.add(
          meal(
              "BANQUET" + i,
              dice.time(date.atTime(12, 0), date.atTime(19, 30)),
              "VIP",
              "rank:" + dice.between(1, 4),
              contact));
    }
  }

  private void ofRoute(List<Meal> meals, Route route) {
    String contact = InventoryMaker.contact(contacts, "KITCHEN-" + route.code(), "kitchen");
    int count = dice.between(1, 4);
    for (int i = 1; i <= count; i++) {
      LocalDateTime starts =
          switch (dice.between(1, 8)) {
            case 1 -> route.departs();
            case 2 -> route.returns();
            default -> dice.time(route.departs(), route.returns());
          };
      meals.add(
          meal(
              "M" + route.code() + "-" + i,
              starts,
              "K" + route.code(),
              "route:" + route.code(),
              contact));
    }
  }

  private static Meal meal(
      String code, LocalDateTime starts, String kitchen, String scope, String contact) {
    return new Meal(code, starts, starts.minusHours(3), kitchen, scope, contact);
  }

  private static LocalTime time(int hour, int minute) {
    return LocalTime.of(hour, minute);
  }
}
