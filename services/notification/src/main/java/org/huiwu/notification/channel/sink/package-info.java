/// Where the letters of rehearsals go.
@NullMarked
package org.huiwu.notification.channel.sink;

import org.jspecify.annotations.NullMarked;
