/// PostgreSQL and Kafka for those who have no servers of their own: started from Java, on 127.0.0.1
/// only, their data kept in a folder across restarts and crashes. The standalone platform runs on
/// them (`./data`), and so do the tests. No Spring in here; callers own the life cycle.
@NullMarked
package org.huiwu.platform.embedded;

import org.jspecify.annotations.NullMarked;
