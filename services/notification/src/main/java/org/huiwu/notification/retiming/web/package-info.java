@NullMarked
package org.huiwu.notification.retiming.web;

import org.jspecify.annotations.NullMarked;
