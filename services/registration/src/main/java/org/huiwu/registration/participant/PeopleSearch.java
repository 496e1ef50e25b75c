package org.huiwu.registration.participant;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds people as one types: by name, its pinyin or initials, by delegation, title, phone or id.
public interface PeopleSearch {

  /// @param words see [org.huiwu.registration.text.SearchWords]; empty for everybody
  /// @param delegation null for all
  /// @param rank null for all
  /// @param attending null for all
  /// @param after where the page before ended, null for the first
  /// @param limit at most so many
  record Question(
      List<String> words,
      @Nullable String delegation,
      @Nullable Integer rank,
      @Nullable Boolean attending,
      @Nullable After after,
      int limit) {}

  /// A place in the order: how near, which delegation, who came first.
  ///
  /// @param near 0 named so, 1 begins so, 2 found in the name, 3 found elsewhere
  record After(int near, String delegation, long registered) {}

  /// @param sound see [org.huiwu.registration.text.NameSound]
  record Hit(Participant participant, String sound, After place) {}

  /// @param total how many there are on all pages
  record Found(List<Hit> hits, long total) {}

  /// In an order that does not depend on the page: nearest first, then by delegation, then in the
  /// order of registration.
  Found search(UUID conference, Question question);
}
