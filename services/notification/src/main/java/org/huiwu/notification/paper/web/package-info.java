@NullMarked
package org.huiwu.notification.paper.web;

import org.jspecify.annotations.NullMarked;
