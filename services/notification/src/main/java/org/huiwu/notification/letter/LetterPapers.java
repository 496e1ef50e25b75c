package org.huiwu.notification.letter;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.huiwu.notification.channel.Attachment;

/// The manifests that go with a letter, on paper and as workbooks.
public interface LetterPapers {
  record Wanted(String manifest, long acknowledged, long version) {}

  List<Attachment> of(UUID conference, String contact, List<Wanted> wanted, Locale language);
}
