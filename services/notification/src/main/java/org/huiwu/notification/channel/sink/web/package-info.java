/// The sink can be read, so that a drill sees what would have been sent.
@NullMarked
package org.huiwu.notification.channel.sink.web;

import org.jspecify.annotations.NullMarked;
