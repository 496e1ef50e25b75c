@NullMarked
package org.huiwu.platform.messaging;

import org.jspecify.annotations.NullMarked;
