package org.huiwu.notification.letter;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huiwu.notification.channel.Attachment;
import org.huiwu.notification.channel.Outgoing;
import org.huiwu.notification.conference.ConferenceBook;
import org.huiwu.notification.conference.ConferenceFacts;
import org.huiwu.notification.contact.ChannelKind;
import org.huiwu.notification.contact.Contact;
import org.huiwu.notification.contact.Contacts;
import org.huiwu.notification.letter.Addresses.Address;
import org.huiwu.notification.letter.LetterWords.Told;
import org.huiwu.notification.letter.Post.Claimed;
import org.huiwu.notification.letter.StillOwed.Owed;
import org.huiwu.notification.manifest.ManifestLibrary;
import org.huiwu.notification.upstream.ManifestBook;
import org.huiwu.notification.upstream.ManifestFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Writes a letter at the moment at which it goes out: of what is still owed then, with a link of
/// its own.
@Component
class LetterWriting {
  /// Those on the road may answer a text message with the code in it.
  private static final Set<String> ANSWER_BY_CODE = Set.of("driver", "liaison", "chief-liaison");

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int CODES = 1_000_000;

  private final StillOwed stillOwed;
  private final Post post;
  private final ConferenceBook conferences;
  private final ManifestBook book;
  private final ManifestLibrary manifests;
  private final LetterWords words;
  private final ObjectProvider<LetterPapers> papers;
  private final ObjectProvider<RecipientLinks> links;
  private final ObjectProvider<SpokenOf> spokenOf;
  private final ObjectProvider<LastMoment> lastMoments;
  private final Contacts contacts;

  LetterWriting(
      StillOwed stillOwed,
      Post post,
      ConferenceBook conferences,
      ManifestBook book,
      ManifestLibrary manifests,
      LetterWords words,
      ObjectProvider<LetterPapers> papers,
      ObjectProvider<RecipientLinks> links,
      ObjectProvider<SpokenOf> spokenOf,
      ObjectProvider<LastMoment> lastMoments,
      Contacts contacts) {
    this.stillOwed = stillOwed;
    this.post = post;
    this.conferences = conferences;
    this.book = book;
    this.manifests = manifests;
    this.words = words;
    this.papers = papers;
    this.links = links;
    this.spokenOf = spokenOf;
    this.lastMoments = lastMoments;
    this.contacts = contacts;
  }

  /// Empty when there is nothing left to say.
  Optional<Outgoing> write(Claimed letter, Address address) {
    var own = letter.words();
    if (own != null) {
      var whyNot = lastMoments.orderedStream().flatMap(l -> l.whyNot(letter).stream()).findFirst();
      if (whyNot.isPresent()) {
        post.withdraw(letter, whyNot.get());
        return Optional.empty();
      }
      return Optional.of(ownWords(letter, address, own));
    }
    var owed = stillOwed.of(letter);
    if (owed.isEmpty()) {
      return Optional.empty();
    }
    var conference = conferences.find(letter.conference()).map(ConferenceFacts::name).orElse("");
    var facts = book.of(letter.conference(), owed.stream().map(Owed::manifest).toList());
    var told = owed.stream().map(o -> told(letter, o, facts.get(o.manifest()))).toList();
    var link =
        links
            .orderedStream()
            .findFirst()
            .map(l -> l.issue(letter.conference(), letter.contact(), letter.id()));
    var code = code(letter, address);
    var text =
        words.of(
            conference,
            letter.purpose(),
            spokenOf(letter),
            told,
            link.orElse(null),
            code.orElse(null),
            address.language());
    return Optional.of(
        outgoing(letter, address, text.subject(), text.text(), attachments(letter, address, owed)));
  }

  /// Of an e-mail the first line is the subject.
  private static Outgoing ownWords(Claimed letter, Address address, String own) {
    var end = letter.channel() == ChannelKind.EMAIL ? own.indexOf('\n') : -1;
    return outgoing(
        letter, address, end < 0 ? "" : own.substring(0, end), own.substring(end + 1), List.of());
  }

  private List<String> spokenOf(Claimed letter) {
    if (letter.purpose().tellsOfVersions()) {
      return List.of();
    }
    var debtors = stillOwed.debtors(letter.id());
    var codes =
        spokenOf
            .orderedStream()
            .flatMap(s -> s.by(letter.id()).stream())
            .filter(debtors::contains)
            .toList();
    var people = contacts.of(letter.conference(), codes);
    return codes.stream()
        .map(c -> Optional.ofNullable(people.get(c)).map(Contact::name).orElse(c))
        .toList();
  }

  private List<Attachment> attachments(Claimed letter, Address address, List<Owed> owed) {
    if (letter.channel() != ChannelKind.EMAIL) {
      return List.of();
    }
    var wanted =
        owed.stream()
            .map(o -> new LetterPapers.Wanted(o.manifest(), o.acknowledged(), o.told()))
            .toList();
    return papers
        .orderedStream()
        .flatMap(
            p -> p.of(letter.conference(), letter.contact(), wanted, address.language()).stream())
        .toList();
  }

  private static Outgoing outgoing(
      Claimed letter, Address address, String subject, String text, List<Attachment> attachments) {
    return new Outgoing(
        letter.id(),
        letter.conference(),
        letter.channel(),
        address.value(),
        subject,
        text,
        attachments,
        address.secret());
  }

  private Told told(Claimed letter, Owed owed, @Nullable ManifestFacts facts) {
    var manifest = owed.manifest();
    var colon = manifest.indexOf(':');
    var code = manifest.substring(colon + 1);
    var difference =
        manifests.difference(letter.conference(), manifest, owed.acknowledged(), owed.told());
    return new Told(
        manifest.substring(0, colon),
        facts == null ? code : facts.title(),
        code,
        owed.acknowledged(),
        owed.told(),
        difference,
        difference.lines().values().stream().filter(c -> c.after() != null).count());
  }

  private Optional<String> code(Claimed letter, Address address) {
    if (letter.channel() != ChannelKind.SMS
        || !letter.purpose().tellsOfVersions()
        || !ANSWER_BY_CODE.contains(address.role())) {
      return Optional.empty();
    }
    var code = "%06d".formatted(RANDOM.nextInt(CODES));
    post.keepCode(letter.id(), code, NumberHash.of(letter.id(), address.value()));
    return Optional.of(code);
  }
}
