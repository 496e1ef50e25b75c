@NullMarked
package org.huiwu.notification.manifest.web;

import org.jspecify.annotations.NullMarked;
