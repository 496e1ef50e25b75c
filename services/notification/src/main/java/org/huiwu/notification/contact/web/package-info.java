@NullMarked
package org.huiwu.notification.contact.web;

import org.jspecify.annotations.NullMarked;
