@NullMarked
package org.huiwu.notification.stream.web;

import org.jspecify.annotations.NullMarked;
