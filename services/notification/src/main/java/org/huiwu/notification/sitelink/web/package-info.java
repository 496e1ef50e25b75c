@NullMarked
package org.huiwu.notification.sitelink.web;

import org.jspecify.annotations.NullMarked;
