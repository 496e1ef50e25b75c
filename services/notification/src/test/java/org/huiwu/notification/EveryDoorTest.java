package org.huiwu.notification;

import java.util.List;
import org.huiwu.platform.testsupport.access.EveryDoor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class EveryDoorTest extends RealServers {
  @Autowired private JdbcTemplate rows;
  @Autowired private List<SmartLifecycle> lifecycles;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  @Test
  void no_door_opens_to_who_may_not_come_in_and_each_attempt_is_written_down() throws Exception {
    // what other tests have left to do would write meanwhile
    var clocks =
        lifecycles.stream().filter(l -> l.getClass().getSimpleName().endsWith("Clock")).toList();
    clocks.forEach(SmartLifecycle::stop);
    try {
      new EveryDoor("notification", port, rows, mappings).check();
    } finally {
      clocks.forEach(SmartLifecycle::start);
    }
  }
}
