@NullMarked
package org.huiwu.notification.sitepage.web;

import org.jspecify.annotations.NullMarked;
