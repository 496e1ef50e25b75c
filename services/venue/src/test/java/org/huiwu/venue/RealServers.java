package org.huiwu.venue;

import org.huiwu.platform.conversations.Conversation;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/// Venue on real servers, and somebody at its desk.
@SpringBootTest(
    classes = VenueApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=venue")
public abstract class RealServers extends Conversation {

  protected RealServers() {
    super("venue", "usher", "venue", "duty");
  }
}
