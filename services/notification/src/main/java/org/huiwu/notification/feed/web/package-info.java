@NullMarked
package org.huiwu.notification.feed.web;

import org.jspecify.annotations.NullMarked;
