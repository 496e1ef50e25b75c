package org.huiwu.excursion.service;

import org.huiwu.excursion.ExcursionApplication;
import org.huiwu.platform.conversations.Conversation;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/// Excursion on real servers, and somebody at its desk.
@SpringBootTest(
    classes = ExcursionApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=excursion")
public abstract class RealServers extends Conversation {

  protected RealServers() {
    super("excursion", "guide", "excursion", "duty");
  }
}
