package org.huiwu.notification.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huiwu.notification.LiveConference;
import org.huiwu.notification.RippleConversation;
import org.huiwu.platform.conversations.Desk;
import org.huiwu.platform.testsupport.access.SignedRequests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Who has a group robot's address may speak in the group.
class WebhookKeyTest extends RippleConversation {
  private static final String ROBOT = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=secret";

  private static @Nullable String shown(@Nullable String webhook) {
    return new Contact(
            "G", "desk", "", "", "", List.of(ChannelKind.WEBHOOK), webhook, null, null, null, null)
        .withoutWebhookKey()
        .webhook();
  }

  @Test
  void of_a_webhook_only_the_host_is_shown() {
    assertThat(shown(ROBOT)).isEqualTo("https://qyapi.weixin.qq.com/…");
    assertThat(shown("https://open.feishu.cn/open-apis/bot/v2/hook/secret"))
        .isEqualTo("https://open.feishu.cn/…");
    assertThat(shown("feishu https://user:secret@bots.example.org:8443/secret?a=secret#secret"))
        .isEqualTo("feishu https://bots.example.org:8443/…");
    assertThat(shown("example.org/secret")).isEqualTo("…");
    assertThat(shown(null)).isNull();
    assertThat(shown("")).isEmpty();
  }

  @Test
  void only_who_may_change_contacts_reads_it_whole() {
    new LiveConference(conference, desk, this::say).facts();
    var body =
        """
        [{"code": "G", "role": "desk", "name": "群", "phone": "", "email": "", "channels": ["webhook"],
          "webhook": "%s"}]\
        """
            .formatted(ROBOT);
    assertThat(desk.create("/contacts", body).status()).isEqualTo(201);
    assertThat(desk.get("/contacts/G").text("webhook")).isEqualTo(ROBOT);
    var kitchen =
        new Desk(port, conference, new SignedRequests("notification", "chef", "catering"));
    assertThat(kitchen.get("/contacts/G").body().toString()).doesNotContain("secret");
    assertThat(kitchen.get("/contacts").body().toString())
        .contains("qyapi.weixin.qq.com")
        .doesNotContain("secret");
  }
}
