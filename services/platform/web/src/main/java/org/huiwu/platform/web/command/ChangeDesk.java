package org.huiwu.platform.web.command;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.huiwu.platform.messaging.ChangeLog;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.web.preview.Impact.CommandAnswer;
import org.huiwu.platform.web.preview.ImpactPreviews;
import org.huiwu.platform.web.problem.ProblemException;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/// Takes a command from HTTP to its transaction and back: the same Idempotency-Key is answered the
/// same, a refused command leaves no trace but the audit, and `Huiwu-Change` names the change to
/// wait for. With `Huiwu-Preview: true` the same command is run and taken back, and the answer is
/// what it would touch ([ImpactPreviews]).
public final class ChangeDesk {
  public static final String CHANGE_HEADER = "Huiwu-Change";

  /// Less than the door's patience with a service.
  private static final Duration PREVIEW = Duration.ofSeconds(10);

  /// The door waits longer for who sends a file.
  private static final Duration PREVIEW_OF_A_FILE = Duration.ofSeconds(60);

  private static final class AnsweredBefore extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient AnsweredCommands.Answer answer;

    AnsweredBefore(AnsweredCommands.Answer answer) {
      super(null, null, false, false);
      this.answer = answer;
    }
  }

  private final ChangeLog changes;
  private final AnsweredCommands answers;
  private final Audit audit;
  private final ImpactPreviews previews;
  private final JsonMapper json;

  ChangeDesk(
      ChangeLog changes,
      AnsweredCommands answers,
      Audit audit,
      ImpactPreviews previews,
      JsonMapper json) {
    this.changes = changes;
    this.answers = answers;
    this.audit = audit;
    this.previews = previews;
    this.json = json;
  }

  /// @param action the command's name, imperative, e.g. `switch-route`
  public <T> Answered<T> change(
      CommandRequest request,
      UUID conference,
      String action,
      Function<ChangeScope, Reply<T>> work) {
    var acting = request.acting(action);
    return acting.preview()
        ? previewed(conference, PREVIEW, () -> answered(tried(acting, conference, work)))
        : answered(done(acting, conference, work));
  }

  /// An edit of a plan: read under the conference's lock, held against `If-Match`, changed, and
  /// answered as it is then.
  ///
  /// @param read refuses what is not there
  /// @param work the plan as it is now to the plan as it is to be; the same where nothing changes
  public <P, V> Answered<V> edit(
      CommandRequest request,
      UUID conference,
      String action,
      Supplier<P> read,
      Shown<P, V> shown,
      BiFunction<ChangeScope, P, P> work) {
    return change(
        request,
        conference,
        action,
        scope -> {
          var current = read.get();
          request.mustMatch(shown.version().applyAsLong(current), shown.view().apply(current));
          return shown.reply(work.apply(scope, current));
        });
  }

  /// A command that goes on when it is committed, e.g. with reading anew what was uploaded before.
  ///
  /// @param rest goes on, and says what is answered in the end; in a preview it is part of what is
  ///   tried
  /// @param <R> what that answer is of
  public <T, R> Answered<R> change(
      CommandRequest request,
      UUID conference,
      String action,
      Function<ChangeScope, Reply<T>> work,
      Function<Answered<T>, ? extends ResponseEntity<?>> rest) {
    return goingOn(request.acting(action), conference, PREVIEW, work, rest);
  }

  /// As a command that goes on, but of a request that is a file: whoever asks for a preview of it
  /// may be asked to wait longer.
  public <T, R> Answered<R> changeByFile(
      CommandRequest request,
      UUID conference,
      String action,
      Function<ChangeScope, Reply<T>> work,
      Function<Answered<T>, ? extends ResponseEntity<?>> rest) {
    return goingOn(request.acting(action), conference, PREVIEW_OF_A_FILE, work, rest);
  }

  private <T, R> Answered<R> goingOn(
      CommandRequest acting,
      UUID conference,
      Duration patience,
      Function<ChangeScope, Reply<T>> work,
      Function<Answered<T>, ? extends ResponseEntity<?>> rest) {
    return acting.preview()
        ? previewed(
            conference, patience, () -> rest.apply(answered(tried(acting, conference, work))))
        : written(rest.apply(answered(done(acting, conference, work))));
  }

  private <R> Answered<R> written(ResponseEntity<?> answer) {
    var body = answer.getBody();
    var headers = new HttpHeaders(answer.getHeaders());
    headers.setContentType(MediaType.APPLICATION_JSON);
    return new Answered<>(
        answer instanceof Answered && body != null
            ? body.toString()
            : json.writeValueAsString(body),
        headers,
        answer.getStatusCode());
  }

  private <T> AnsweredCommands.Answer done(
      CommandRequest acting, UUID conference, Function<ChangeScope, Reply<T>> work) {
    try {
      var committed =
          changes.change(
              conference,
              acting.origin(),
              scope -> {
                earlier(acting, conference)
                    .ifPresent(answer -> {
                      throw new AnsweredBefore(answer);
                    });
                return work.apply(scope);
              },
              (reply, change) -> {
                keep(acting, conference, reply, change);
                audit.accepted(conference, acting, change);
              });
      return answerOf(acting, committed.result(), committed.change());
    } catch (AnsweredBefore e) {
      return e.answer;
    } catch (ProblemException e) {
      audit.refused(conference, acting, e.code());
      throw e;
    }
  }

  /// Within a preview's transaction; what was done before under the same key is not done again.
  private <T> AnsweredCommands.Answer tried(
      CommandRequest acting, UUID conference, Function<ChangeScope, Reply<T>> work) {
    return earlier(acting, conference)
        .orElseGet(() -> {
          var tried = changes.change(conference, acting.origin(), work);
          return answerOf(acting, tried.result(), Optional.empty());
        });
  }

  private <R> Answered<R> previewed(
      UUID conference, Duration patience, Supplier<? extends ResponseEntity<?>> command) {
    throw new PreviewAnswers.Previewed(
        previews.of(conference, patience, () -> told(command.get())));
  }

  private CommandAnswer told(ResponseEntity<?> answer) {
    var written = written(answer);
    return new CommandAnswer(
        written.getStatusCode().value(),
        written.getHeaders().getETag(),
        json.readTree(written.getBody()));
  }

  /// What was answered under the same key.
  private Optional<AnsweredCommands.Answer> earlier(CommandRequest request, UUID conference) {
    var earlier = request.idempotencyKey().flatMap(key -> answers.find(conference, key));
    if (earlier.filter(a -> !a.fingerprint().equals(request.fingerprint())).isPresent()) {
      throw new Conflict("idempotency-key-reused");
    }
    return earlier;
  }

  private <T> void keep(
      CommandRequest request, UUID conference, Reply<T> reply, Optional<UUID> change) {
    request
        .idempotencyKey()
        .ifPresent(key -> answers.keep(conference, key, answerOf(request, reply, change)));
  }

  private <T> AnsweredCommands.Answer answerOf(
      CommandRequest request, Reply<T> reply, Optional<UUID> change) {
    return new AnsweredCommands.Answer(
        request.fingerprint(),
        reply.status(),
        reply.version(),
        change.orElse(null),
        json.writeValueAsString(reply.body()));
  }

  private static <T> Answered<T> answered(AnsweredCommands.Answer answer) {
    var headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    if (answer.version() != null) {
      headers.setETag("\"" + answer.version() + "\"");
    }
    if (answer.change() != null) {
      headers.set(CHANGE_HEADER, answer.change().toString());
    }
    return new Answered<>(answer.body(), headers, HttpStatusCode.valueOf(answer.status()));
  }
}
