/// Text messages by a provider over HTTP; docs/how-to-connect-a-provider.md.
@NullMarked
package org.huiwu.notification.channel.sms;

import org.jspecify.annotations.NullMarked;
