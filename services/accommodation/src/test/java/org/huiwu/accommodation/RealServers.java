package org.huiwu.accommodation;

import org.huiwu.platform.conversations.Conversation;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/// Accommodation on real servers, and somebody at its desk.
@SpringBootTest(
    classes = AccommodationApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=accommodation")
public abstract class RealServers extends Conversation {

  protected RealServers() {
    super("accommodation", "steward", "accommodation", "duty");
  }
}
