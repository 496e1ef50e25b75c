package org.huiwu.notification.feed.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huiwu.notification.feed.DeskKinds;
import org.huiwu.notification.feed.Feed;
import org.huiwu.platform.web.access.Allowed;
import org.huiwu.platform.web.access.Caller;
import org.huiwu.platform.web.command.Answered;
import org.huiwu.platform.web.command.ChangeDesk;
import org.huiwu.platform.web.command.CommandRequest;
import org.huiwu.platform.web.command.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What changed for me since I last looked.
@RestController
@RequestMapping("/conferences/{conference}/feed")
class FeedController {
  private static final int LONGEST_LIST = 200;

  /// @param n up to where has been looked
  record MarkBody(@PositiveOrZero long n) {}

  /// @param mark how far this account has looked
  record Marked(long mark) {}

  /// @param mark how far this account has looked
  /// @param latest the newest number that there is, also where it is others' business
  /// @param next what to ask for next, and to mark once all of this has been looked at
  /// @param more whether there is more than this page
  record Page(
      long mark,
      long latest,
      long next,
      boolean more,
      Set<String> kinds,
      List<Feed.Entry> entries) {}

  private final Feed feed;
  private final ChangeDesk desk;

  FeedController(Feed feed, ChangeDesk desk) {
    this.feed = feed;
    this.desk = desk;
  }

  /// @param since the feed's number; left out: how far the account has looked
  @Allowed("read-feed")
  @GetMapping
  Page since(
      @PathVariable UUID conference,
      @RequestParam(required = false) @Nullable Long since,
      @RequestParam(defaultValue = "50") int limit,
      Caller caller) {
    var kinds = DeskKinds.of(roles(caller, conference));
    var mark = feed.mark(conference, caller.account());
    // asked before the page is read: what comes between is told of again, not missed
    var latest = feed.latest(conference);
    var wanted = Math.clamp(limit, 1, LONGEST_LIST);
    var from = since == null ? mark : since;
    var found = feed.since(conference, from, kinds, wanted + 1);
    var more = found.size() > wanted;
    var page = more ? found.subList(0, wanted) : found;
    var last = page.isEmpty() ? from : page.getLast().n();
    return new Page(mark, latest, more ? last : Math.max(last, latest), more, kinds, page);
  }

  @Allowed("read-feed")
  @PutMapping("/mark")
  Answered<Marked> mark(
      @PathVariable UUID conference, @RequestBody @Valid MarkBody body, CommandRequest request) {
    return desk.change(
        request,
        conference,
        "mark-feed",
        _ -> {
          var mark = feed.mark(conference, request.origin().actor(), body.n());
          return Reply.ok(new Marked(mark), mark);
        });
  }

  /// Within another conference than the token's only what is held on the platform counts.
  private static Set<String> roles(Caller caller, UUID conference) {
    return conference.equals(caller.conference()) ? caller.roles() : caller.platformRoles();
  }
}
