@NullMarked
package org.huiwu.notification.personal.web;

import org.jspecify.annotations.NullMarked;
