package org.huiwu.notification.channel.webhook;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.huiwu.notification.channel.Outgoing;
import org.huiwu.notification.channel.RequestSignature;
import org.jspecify.annotations.Nullable;

/// What is spoken at the other end: known by the path that each robot's URLs have.
enum Robot {
  /// WeCom: not signed, the URL's key is all.
  WECOM("errcode", Set.of(45009L, -1L)),
  /// DingTalk: `timestamp` (milliseconds) and `sign` in the query; the secret is the key, time and
  /// secret are the message.
  DINGTALK("errcode", Set.of(130101L, -1L)),
  /// Feishu and Lark: `timestamp` (seconds) and `sign` in the body; time and secret are the key,
  /// the message is empty.
  FEISHU("code", Set.of(11232L, 9499L)),
  /// Our own JSON, with the header `Huiwu-Signature` over time and body.
  PLAIN("", Set.of());

  private final String codeField;
  private final Set<Long> busy;

  /// @param codeField where the answer says whether it was taken: 0 = it was
  /// @param busy codes that mean 'too fast': surely not sent
  Robot(String codeField, Set<Long> busy) {
    this.codeField = codeField;
    this.busy = busy;
  }

  static Robot of(URI uri) {
    var path = uri.getPath() == null ? "" : uri.getPath();
    if (path.endsWith("/cgi-bin/webhook/send")) {
      return WECOM;
    }
    if (path.endsWith("/robot/send")) {
      return DINGTALK;
    }
    return path.contains("/open-apis/bot/v2/hook/") ? FEISHU : PLAIN;
  }

  /// The address that is asked, with what is signed in it.
  URI address(URI uri, @Nullable String secret, Instant now) {
    if (this != DINGTALK || secret == null) {
      return uri;
    }
    var time = Long.toString(now.toEpochMilli());
    var sign =
        base64(
            RequestSignature.hmac(
                secret.getBytes(StandardCharsets.UTF_8),
                (time + "\n" + secret).getBytes(StandardCharsets.UTF_8)));
    return URI.create(
        uri
            + (uri.getRawQuery() == null ? "?" : "&")
            + "timestamp="
            + time
            + "&sign="
            + URLEncoder.encode(sign, StandardCharsets.UTF_8));
  }

  /// What is posted, as it becomes JSON.
  Map<String, Object> body(Outgoing letter, Instant now) {
    return switch (this) {
      case WECOM, DINGTALK -> Map.of("msgtype", "text", "text", Map.of("content", content(letter)));
      case FEISHU -> feishu(letter, now);
      case PLAIN ->
          Map.of(
              "reference",
              letter.reference().toString(),
              "subject",
              letter.subject(),
              "text",
              letter.text());
    };
  }

  private static Map<String, Object> feishu(Outgoing letter, Instant now) {
    Map<String, Object> body = new LinkedHashMap<>();
    if (letter.secret() instanceof String secret) {
      var time = Long.toString(now.getEpochSecond());
      body.put("timestamp", time);
      body.put(
          "sign",
          base64(
              RequestSignature.hmac(
                  (time + "\n" + secret).getBytes(StandardCharsets.UTF_8), new byte[0])));
    }
    body.put("msg_type", "text");
    body.put("content", Map.of("text", content(letter)));
    return body;
  }

  private static String content(Outgoing letter) {
    return letter.subject().isBlank() ? letter.text() : letter.subject() + "\n" + letter.text();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /// The field of an answer with 200 that says whether it was taken; "" = 2xx says it.
  String codeField() {
    return codeField;
  }

  boolean isBusy(long code) {
    return busy.contains(code);
  }
}
