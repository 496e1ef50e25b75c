package org.huiwu.notification;

import org.huiwu.platform.web.HuiwuService;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// Changes and their settling, manifest versions, the live stream; recipients.
@HuiwuService
public class NotificationApplication {
  public static void main(String[] args) {
    new SpringApplicationBuilder(NotificationApplication.class)
        .properties("spring.config.name=notification")
        .run(args);
  }
}
