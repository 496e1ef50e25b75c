package org.huiwu.notification;

import org.huiwu.platform.conversations.Conversation;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Notification on real servers, and somebody at a desk who asks it.
@SpringBootTest(
    classes = NotificationApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"spring.config.name=notification", "huiwu.notification.heartbeat=500ms"})
public abstract class RealServers extends Conversation {

  /// Where whole manifests of accommodation are had.
  protected static final WholeManifests OWNER = new WholeManifests();

  protected RealServers() {
    super("notification", "secretary", "registration", "duty");
  }

  @DynamicPropertySource
  static void owners(DynamicPropertyRegistry registry) {
    registry.add("huiwu.notification.owners.accommodation", OWNER::address);
  }
}
