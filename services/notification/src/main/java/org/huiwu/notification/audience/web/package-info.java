@NullMarked
package org.huiwu.notification.audience.web;

import org.jspecify.annotations.NullMarked;
