@NullMarked
package org.huiwu.notification.casefile.web;

import org.jspecify.annotations.NullMarked;
