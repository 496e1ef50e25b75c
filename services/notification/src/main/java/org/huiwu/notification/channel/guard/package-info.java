/// What keeps one provider in trouble from holding up the others.
@NullMarked
package org.huiwu.notification.channel.guard;

import org.jspecify.annotations.NullMarked;
