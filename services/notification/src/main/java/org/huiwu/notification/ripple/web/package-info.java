@NullMarked
package org.huiwu.notification.ripple.web;

import org.jspecify.annotations.NullMarked;
