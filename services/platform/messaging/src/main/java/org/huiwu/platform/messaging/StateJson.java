package org.huiwu.platform.messaging;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/// The state of an aggregate as it travels. Its owner gives a record, which is written once, with
/// the changeset; a reader has the bytes, which only those parse who listen to that aggregate, each
/// for the fields that it needs. Equal when the same JSON is meant.
@JsonSerialize(using = StateJson.Writing.class)
@JsonDeserialize(using = StateJson.Reading.class)
public abstract sealed class StateJson {

  private static final class Given extends StateJson {
    private final Object value;

    private Given(Object value) {
      this.value = value;
    }

    @Override
    public <T> T as(Class<T> type) {
      return WireJson.mapper().convertValue(value, type);
    }
  }

  /// A part of a record's bytes, which nobody changes.
  private static final class Heard extends StateJson {
    private final byte[] record;
    private final int from;
    private final int length;

    private Heard(byte[] record, int from, int length) {
      this.record = record;
      this.from = from;
      this.length = length;
    }

    @Override
    public <T> T as(Class<T> type) {
      return WireJson.mapper().readValue(record, from, length, type);
    }
  }

  static final class Writing extends ValueSerializer<StateJson> {
    @Override
    public void serialize(StateJson state, JsonGenerator out, SerializationContext context) {
      switch (state) {
        case Given given -> context.writeValue(out, given.value);
        case Heard heard ->
            out.writeRawValue(
                new String(heard.record, heard.from, heard.length, StandardCharsets.UTF_8));
      }
    }
  }

  static final class Reading extends ValueDeserializer<StateJson> {
    @Override
    public StateJson deserialize(JsonParser in, DeserializationContext context) {
      if (context.getAttribute(RECORD) instanceof byte[] record
          && in.hasToken(JsonToken.START_OBJECT)) {
        var from = in.currentTokenLocation().getByteOffset();
        in.skipChildren();
        var end = in.currentLocation().getByteOffset();
        return new Heard(record, Math.toIntExact(from), Math.toIntExact(end - from));
      }
      return of(context.readTree(in));
    }
  }

  private static final Object RECORD = StateJson.class;

  private StateJson() {}

  /// @param value a record that Jackson writes as the contract's schema says, or a tree
  public static StateJson of(Object value) {
    return new Given(value);
  }

  /// A reader that leaves the states of this record unparsed.
  static ObjectReader unparsed(ObjectReader reader, byte[] record) {
    return reader.withAttribute(RECORD, record);
  }

  /// @throws tools.jackson.core.JacksonException when it is not of that shape
  public abstract <T> T as(Class<T> type);

  public final JsonNode tree() {
    return as(JsonNode.class);
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof StateJson state && tree().equals(state.tree());
  }

  @Override
  public final int hashCode() {
    return tree().hashCode();
  }

  @Override
  public final String toString() {
    return tree().toString();
  }
}
