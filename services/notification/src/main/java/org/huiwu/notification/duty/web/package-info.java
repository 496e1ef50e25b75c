@NullMarked
package org.huiwu.notification.duty.web;

import org.jspecify.annotations.NullMarked;
