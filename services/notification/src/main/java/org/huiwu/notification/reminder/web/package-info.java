@NullMarked
package org.huiwu.notification.reminder.web;

import org.jspecify.annotations.NullMarked;
