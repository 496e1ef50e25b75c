package org.huiwu.notification.letter;

import java.util.Optional;
import org.huiwu.notification.letter.Post.Claimed;

/// Asked of a letter with words of its own just before it goes out: it may have waited for a
/// provider that was away, and what it says may be true no more, or not be for this hour.
public interface LastMoment {
  /// @return why it is withdrawn, as in [Letter#reason]; empty: it may go
  Optional<String> whyNot(Claimed letter);
}
