/// E-mail by SMTP.
@NullMarked
package org.huiwu.notification.channel.email;

import org.jspecify.annotations.NullMarked;
