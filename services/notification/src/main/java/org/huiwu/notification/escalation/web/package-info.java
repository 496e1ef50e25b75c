@NullMarked
package org.huiwu.notification.escalation.web;

import org.jspecify.annotations.NullMarked;
