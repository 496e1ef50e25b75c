@NullMarked
package org.huiwu.notification.golive.web;

import org.jspecify.annotations.NullMarked;
