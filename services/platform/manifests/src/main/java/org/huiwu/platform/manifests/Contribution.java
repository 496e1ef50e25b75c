package org.huiwu.platform.manifests;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one subject (a person, a hold, a trip) adds to one manifest. Pure data: the same facts give
/// the same contributions, whatever happened before (FORMAT.md, "The rules behind the manifests").
///
/// A manifest's name is `kind:code`, e.g. `meal:BH1D1`. All values are strings.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "k")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Contribution.Header.class, name = "h"),
  @JsonSubTypes.Type(value = Contribution.Line.class, name = "l"),
  @JsonSubTypes.Type(value = Contribution.Tally.class, name = "t")
})
public sealed interface Contribution {
  String manifest();

  /// The manifest's header; one subject of a manifest gives it, and while it does the manifest
  /// exists.
  record Header(String manifest, SortedMap<String, String> fields) implements Contribution {}

  /// A line of the subject's own. `line` is unique in the manifest: two subjects never give the
  /// same.
  record Line(String manifest, String line, SortedMap<String, String> fields)
      implements Contribution {}

  /// One more (or `amount` more, above zero) on a line that counts, e.g. a diet's `count` or a
  /// delegation's `seats`.
  record Tally(String manifest, String line, String field, long amount) implements Contribution {}

  static Header header(String manifest, Map<String, String> fields) {
    return new Header(manifest, new TreeMap<>(fields));
  }

  static Line line(String manifest, String line, Map<String, String> fields) {
    return new Line(manifest, line, new TreeMap<>(fields));
  }

  static Tally one(String manifest, String line, String field) {
    return new Tally(manifest, line, field, 1);
  }
}
