/// Where the provider of text messages tells of deliveries and of texts that came in.
@NullMarked
package org.huiwu.notification.channel.sms.web;

import org.jspecify.annotations.NullMarked;
