package org.huiwu.platform.messaging;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.huiwu.platform.messaging.Changeset.ManifestDelta;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ValueDeserializer;

/// Reads a record's bytes as far as its reader needs them: states stay bytes until a listener asks,
/// and subscribers pass over the manifests' lines, which only notification takes in. An import is
/// read by six services, and most of it concerns none of them.
final class RecordReading {

  /// A record that is JSON but no changeset: nobody could park it or give a receipt.
  static final class IncompleteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IncompleteException(String message) {
      super(message);
    }
  }

  static final class Deltas extends ValueDeserializer<List<ManifestDelta>> {
    @Override
    public List<ManifestDelta> deserialize(JsonParser in, DeserializationContext context) {
      if (context.getAttribute(WITHOUT_MANIFESTS) != null && in.hasToken(JsonToken.START_ARRAY)) {
        in.skipChildren();
        return List.of();
      }
      return context.readValue(
          in, context.getTypeFactory().constructCollectionType(List.class, ManifestDelta.class));
    }
  }

  private static final String WITHOUT_MANIFESTS = "without manifests";

  private final ObjectReader reader;

  private RecordReading(ObjectReader reader) {
    this.reader = reader;
  }

  static RecordReading of(ChangesetHandler handler) {
    var reader = WireJson.mapper().readerFor(Changeset.class);
    return new RecordReading(
        handler.followsRipples() ? reader : reader.withAttribute(WITHOUT_MANIFESTS, true));
  }

  /// @throws IncompleteException when something is missing that every changeset has
  /// @throws tools.jackson.core.JacksonException when it is not JSON, or has other types
  Changeset read(byte @Nullable [] record) {
    if (record == null) {
      throw new IncompleteException("no content");
    }
    return whole(StateJson.unparsed(reader, record).readValue(record));
  }

  private static Changeset whole(@Nullable Changeset c) {
    if (c == null
        || Stream.of(c.id(), c.conference(), c.service(), c.root(), c.part(), c.states())
            .anyMatch(Objects::isNull)
        || Stream.of(c.manifests(), c.subscribers(), c.receipts()).anyMatch(Objects::isNull)) {
      throw new IncompleteException("not a whole changeset");
    }
    for (var s : c.states()) {
      if (s == null
          || s.aggregate() == null
          || s.id() == null
          || s.event() == null
          || s.state() == null) {
        throw new IncompleteException("not a whole state");
      }
    }
    return c;
  }
}
