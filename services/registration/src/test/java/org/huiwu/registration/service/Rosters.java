package org.huiwu.registration.service;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.huiwu.platform.conversations.Desk;

/// Rosters of any length, and their upload until it has been read.
final class Rosters {
  static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String HEADER = "姓名,性别,级别,职务,手机,是否家属\n";

  private Rosters() {}

  static byte[] file(List<String> rows) {
    return file(rows.toArray(String[]::new));
  }

  static byte[] file(String... rows) {
    return (HEADER + String.join("\n", rows)).getBytes(StandardCharsets.UTF_8);
  }

  /// So many rows with names of three characters, no two alike.
  static List<String> people(int count) {
    var surnames = "王李张刘陈杨黄赵吴周徐孙".codePoints().toArray();
    var given = "伟芳娜敏静丽强磊军洋".codePoints().toArray();
    List<String> rows = new ArrayList<>();
    for (var surname : surnames) {
      for (var first : given) {
        for (var second : given) {
          if (rows.size() < count) {
            rows.add(
                Stream.of(surname, first, second)
                        .map(Character::toString)
                        .reduce("", String::concat)
                    + ",男,处级,处长,,");
          }
        }
      }
    }
    return rows;
  }

  static Desk.Answer roster(ClerksDesk desk, Desk.Answer upload) {
    return desk.get("/rosters/" + upload.text("id"));
  }

  static Desk.Answer finished(ClerksDesk desk, Desk.Answer upload) {
    await().atMost(PATIENCE).until(() -> !roster(desk, upload).text("status").equals("reading"));
    return roster(desk, upload);
  }
}
