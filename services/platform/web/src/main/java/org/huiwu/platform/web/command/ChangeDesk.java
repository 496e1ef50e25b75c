package org.huiwu.platform.web.command;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.huiwu.platform.messaging.ChangeLog;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.web.problem.ProblemException;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/// Takes a command from HTTP to its transaction and back: the same Idempotency-Key is answered the
/// same, a refused command leaves no trace but the audit, and `Huiwu-Change` names the change to
/// wait for.
public final class ChangeDesk {
  public static final String CHANGE_HEADER = "Huiwu-Change";

  private static final class AnsweredBefore extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient AnsweredCommands.Answer answer;

    AnsweredBefore(AnsweredCommands.Answer answer) {
      super(null, null, false, false);
      this.answer = answer;
    }
  }

  private final ChangeLog changes;
  private final AnsweredCommands answered;
  private final Audit audit;
  private final JsonMapper json;

  ChangeDesk(ChangeLog changes, AnsweredCommands answered, Audit audit, JsonMapper json) {
    this.changes = changes;
    this.answered = answered;
    this.audit = audit;
    this.json = json;
  }

  /// @param action the command's name, imperative, e.g. `switch-route`
  public <T> Answered<T> change(
      CommandRequest request,
      UUID conference,
      String action,
      Function<ChangeScope, Reply<T>> work) {
    var acting = request.acting(action);
    try {
      var committed =
          changes.change(
              conference,
              acting.origin(),
              scope -> {
                before(acting, conference);
                return work.apply(scope);
              },
              (reply, change) -> {
                keep(acting, conference, reply, change);
                audit.accepted(conference, acting, change);
              });
      var reply = committed.result();
      return answer(
          new AnsweredCommands.Answer(
              acting.fingerprint(),
              reply.status(),
              reply.version(),
              committed.change().orElse(null),
              json.writeValueAsString(reply.body())));
    } catch (AnsweredBefore e) {
      return answer(e.answer);
    } catch (ProblemException e) {
      audit.refused(conference, acting, e.code());
      throw e;
    }
  }

  private void before(CommandRequest request, UUID conference) {
    request
        .idempotencyKey()
        .flatMap(key -> answered.find(conference, key))
        .ifPresent(answer -> {
          if (!answer.fingerprint().equals(request.fingerprint())) {
            throw new Conflict("idempotency-key-reused");
          }
          throw new AnsweredBefore(answer);
        });
  }

  private <T> void keep(
      CommandRequest request, UUID conference, Reply<T> reply, Optional<UUID> change) {
    request
        .idempotencyKey()
        .ifPresent(key ->
            answered.keep(
                conference,
                key,
                new AnsweredCommands.Answer(
                    request.fingerprint(),
                    reply.status(),
                    reply.version(),
                    change.orElse(null),
                    json.writeValueAsString(reply.body()))));
  }

  private static <T> Answered<T> answer(AnsweredCommands.Answer answer) {
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
