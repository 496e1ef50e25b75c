@NullMarked
package org.huiwu.notification.gate.web;

import org.jspecify.annotations.NullMarked;
