/// Group robots and other systems that are told by HTTP.
@NullMarked
package org.huiwu.notification.channel.webhook;

import org.jspecify.annotations.NullMarked;
