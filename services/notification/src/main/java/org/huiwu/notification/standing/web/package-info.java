@NullMarked
package org.huiwu.notification.standing.web;

import org.jspecify.annotations.NullMarked;
