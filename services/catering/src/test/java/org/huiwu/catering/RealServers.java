package org.huiwu.catering;

import org.huiwu.platform.conversations.Conversation;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/// Catering on real servers, and somebody at its desk.
@SpringBootTest(
    classes = CateringApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=catering")
public abstract class RealServers extends Conversation {

  protected RealServers() {
    super("catering", "chef", "catering", "duty");
  }
}
