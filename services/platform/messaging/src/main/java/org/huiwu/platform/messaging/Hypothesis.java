package org.huiwu.platform.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/// What this service would do, within a transaction that is never committed: see [Hypotheses].
/// Whatever changes things in the meantime, commands and what is taken in from others, works as
/// always; what it would publish is heard here and by nobody else.
///
/// Used by the thread that opened it, as long as its work lasts.
public final class Hypothesis {
  private static final ScopedValue<Hypothesis> OPEN = ScopedValue.newInstance();

  /// What is said may be more than a process can hold.
  public static final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLargeException(long states) {
      super("more than " + states + " states");
    }
  }

  /// It has held the conference's lock for as long as it may, and was not done.
  public static final class TooLongException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooLongException() {
      super("it has taken all of its time");
    }

    TooLongException(Throwable cause) {
      super("it has taken all of its time", cause);
    }
  }

  private final JdbcTemplate jdbc;
  private final Parking parking;
  private final SubscriberHandler handler;
  private final long mostStates;
  private final Duration time;
  private long begun = System.nanoTime();
  private final List<Changeset> said = new ArrayList<>();
  private long states;

  /// @param mostStates how many aggregates' states may be said in it
  /// @param time how long it may hold the lock
  Hypothesis(
      JdbcTemplate jdbc,
      Parking parking,
      SubscriberHandler handler,
      long mostStates,
      Duration time) {
    this.jdbc = jdbc;
    this.parking = parking;
    this.handler = handler;
    this.mostStates = mostStates;
    this.time = time;
  }

  /// Whether nothing stays of what the calling thread does.
  public static boolean isOpen() {
    return OPEN.isBound();
  }

  /// Whether there is an open hypothesis whose time is over. Who works for long, say row by row,
  /// asks this and then throws a [TooLongException]: others wait for the lock meanwhile.
  public static boolean isOver() {
    return OPEN.isBound() && !OPEN.get().left().isPositive();
  }

  /// How long it may still take; not positive when its time is over.
  public Duration left() {
    return time.minusNanos(System.nanoTime() - begun);
  }

  /// Its time counts from when it has the lock.
  void begin() {
    begun = System.nanoTime();
  }

  /// Runs the work so that what is said in it is heard here.
  <T> T during(ScopedValue.CallableOp<T, RuntimeException> work) {
    return ScopedValue.where(OPEN, this).call(work);
  }

  /// @return whether it was heard by a hypothesis: then it is not to be published
  static boolean hears(Changeset changeset) {
    if (!OPEN.isBound()) {
      return false;
    }
    OPEN.get().hear(changeset);
    return true;
  }

  private void hear(Changeset changeset) {
    if (changeset.states().isEmpty() && changeset.manifests().isEmpty()) {
      return;
    }
    said.add(changeset);
    states += changeset.states().size();
    if (states > mostStates) {
      throw new TooLargeException(mostStates);
    }
  }

  /// Takes in what another service would say, as the consumer does: together, and where that fails
  /// state by state, so that what cannot be taken in is parked.
  ///
  /// @throws TooLongException when its time is over
  public void take(Changeset changeset) {
    if (isOver()) {
      throw new TooLongException();
    }
    if (!handler.concerns(changeset)) {
      return;
    }
    var heard = said.size();
    var one = List.of(changeset);
    ChangeLog.planFor(jdbc, changeset.states().size());
    parking
        .attempt(() -> handler.on(changeset.conference(), one, false))
        .ifPresent(failure -> {
          if (failure instanceof TooLargeException || failure instanceof TooLongException) {
            throw failure;
          }
          said.subList(heard, said.size()).clear();
          handler.on(changeset.conference(), one, true);
        });
  }

  /// What this service would have published since this was asked last, in its order; what only
  /// acknowledges is left out.
  public List<Changeset> said() {
    var news = List.copyOf(said);
    said.clear();
    return news;
  }
}
