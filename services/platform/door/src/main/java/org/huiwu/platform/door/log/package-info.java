/// What the gateway and the services let into their logs.
@NullMarked
package org.huiwu.platform.door.log;

import org.jspecify.annotations.NullMarked;
