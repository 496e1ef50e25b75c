package org.huiwu.notification.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.BaseFont;

/// The fonts that come with the platform. Each is read when the first character of it is needed,
/// and given up when the heap is short.
final class FontShelf {

  enum Face {
    /// All of GB 18030 but its rarest characters, and Latin letters.
    SANS("sans", 'S'),
    /// The most used characters in bold; others are drawn with a stroke around the plain ones.
    BOLD("bold", 'B'),
    /// CJK extensions B to F, and letters of Europe and Central Asia.
    RARE("rare", 'R');

    private final String file;
    private final char tag;

    Face(String file, char tag) {
      this.file = file;
      this.tag = tag;
    }
  }

  private final Map<Face, SoftReference<BaseFont>> loaded = new EnumMap<>(Face.class);

  synchronized BaseFont get(Face face) {
    var known = loaded.get(face);
    @Nullable BaseFont font = known == null ? null : known.get();
    if (font == null) {
      font = load(face);
      loaded.put(face, new SoftReference<>(font));
    }
    return font;
  }

  private static BaseFont load(Face face) {
    var resource = "fonts/" + face.file + ".ttf.gz";
    try (var packed = FontShelf.class.getResourceAsStream(resource);
        var font = new GZIPInputStream(Objects.requireNonNull(packed, resource), 1 << 16)) {
      var base =
          BaseFont.createFont(
              face.file + ".ttf",
              BaseFont.IDENTITY_H,
              BaseFont.EMBEDDED,
              false,
              font.readAllBytes(),
              null);
      base.setSecureRandom(new SubsetTag(face.tag));
      return base;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Spells the tag before the name of an embedded subset, which is drawn by lot otherwise, with
  /// one letter: the same sheet gives the same bytes, however many are printed at once.
  private static final class SubsetTag extends SecureRandom {
    private final char letter;

    SubsetTag(char letter) {
      this.letter = letter;
    }

    @Override
    public double nextDouble() {
      return (letter - 'A' + 0.5) / 26;
    }
  }
}
