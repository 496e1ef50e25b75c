/// The ways by which letters leave the platform, and what became of each.
@NullMarked
package org.huiwu.notification.channel;

import org.jspecify.annotations.NullMarked;
