package org.huiwu.catering.contract;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.huiwu.catering.meal.MealScope;
import org.huiwu.contracts.ServiceContractTest;
import org.huiwu.contracts.WireRecords;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.StateListener;
import org.huiwu.platform.messaging.WireJson;
import org.junit.jupiter.params.provider.Arguments;

/// What this service writes and reads, held against the contract (services/contracts).
class ContractTest extends ServiceContractTest {
  ContractTest() {
    super("catering", WireJson.mapper(), Changeset.class);
  }

  @Override
  protected Stream<Arguments> published() {
    return Stream.of(
        arguments(
            "catering.meal",
            WireRecords.made(
                "org.huiwu.catering.meal.MealPlanning$MealState",
                "M1",
                LocalDateTime.parse("2026-06-09T12:00"),
                LocalDateTime.parse("2026-06-09T08:00"),
                "K1",
                new MealScope.OfHotel("YL").text(),
                "",
                false)),
        arguments(
            "catering.meal",
            WireRecords.made(
                "org.huiwu.catering.meal.MealPlanning$MealState",
                "M2",
                LocalDateTime.parse("2026-06-09T18:00"),
                LocalDateTime.parse("2026-06-09T08:00"),
                "K1",
                new MealScope.OfRank(2).text(),
                "kitchen-K1",
                true)),
        arguments(
            "catering.meal",
            WireRecords.made(
                "org.huiwu.catering.meal.MealPlanning$MealState",
                "M3",
                LocalDateTime.parse("2026-06-10T12:00"),
                LocalDateTime.parse("2026-06-09T08:00"),
                "K1",
                new MealScope.OfRoute("R1").text(),
                "",
                false)),
        arguments(
            "catering.diet",
            WireRecords.made("org.huiwu.catering.diet.Dietetics$DietState", "vegetarian")));
  }

  @Override
  protected Stream<Listener> listeners() {
    return found(StateListener.class).map(l -> new Listener(l.aggregate(), l.type()));
  }
}
