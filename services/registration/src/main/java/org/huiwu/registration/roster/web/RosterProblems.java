package org.huiwu.registration.roster.web;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.registration.roster.RosterIssue.Kind;
import org.huiwu.registration.roster.queue.ClerksQueue;
import org.huiwu.registration.roster.queue.QueueFilter;
import org.huiwu.registration.roster.queue.QueueItem;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Why a roster as a whole was refused: what is wrong with it, where, and what to do, in the
/// reader's language. The upload itself was accepted: the refusal waits for a clerk.
@Component
class RosterProblems {
  private static final String TYPE = "urn:huiwu:problem:";

  private final ClerksQueue queue;
  private final MessageSource messages;

  RosterProblems(ClerksQueue queue, MessageSource messages) {
    this.queue = queue;
    this.messages = messages;
  }

  Optional<RosterProblem> find(UUID conference, UUID roster, Locale locale) {
    var files = new QueueFilter(null, Kind.FILE, null, roster, null, null, 0, 1);
    return queue.all(conference, files).stream().findFirst().map(item -> problem(item, locale));
  }

  RosterProblem problem(QueueItem item, Locale locale) {
    var issue = item.issue();
    var code = "roster-" + issue.reason();
    var where = issue.detail().isEmpty() ? issue.value() : issue.detail();
    return new RosterProblem(
        TYPE + code,
        words("problem." + code + ".title", code, locale),
        HttpStatus.UNPROCESSABLE_CONTENT.value(),
        words("problem." + code + ".detail", code, locale, item.file(), where),
        code,
        item.file(),
        where);
  }

  private String words(String key, String otherwise, Locale locale, Object... arguments) {
    var found = messages.getMessage(key, arguments, otherwise, locale);
    return found == null ? otherwise : found;
  }
}
