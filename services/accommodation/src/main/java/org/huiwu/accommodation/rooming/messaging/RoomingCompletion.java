package org.huiwu.accommodation.rooming.messaging;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huiwu.accommodation.rooming.Housing;
import org.huiwu.accommodation.subject.Subject;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.ScopeCompletion;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Decides the rooms once for each changeset, when all of its facts are in (a person and its
/// itinerary come as two aggregates, a substitute and the person it replaces as two people) and
/// before the manifests are computed.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RoomingCompletion implements ScopeCompletion {
  private final Housing housing;

  RoomingCompletion(Housing housing) {
    this.housing = housing;
  }

  @Override
  public void complete(ChangeScope scope) {
    Set<String> persons = new LinkedHashSet<>();
    Set<UUID> holds = new LinkedHashSet<>();
    Set<String> hotels = new LinkedHashSet<>();
    for (var key : List.copyOf(scope.subjects())) {
      Subject.of(key)
          .ifPresent(subject -> {
            switch (subject) {
              case Subject.Person(var id) -> persons.add(id);
              case Subject.Hold(var id) -> holds.add(id);
              case Subject.Hotel(var code) -> hotels.add(code);
            }
          });
    }
    housing
        .settle(scope.conference(), new Housing.Concerned(persons, holds, hotels))
        .forEach(person -> scope.touch(new Subject.Person(person).key()));
  }
}
