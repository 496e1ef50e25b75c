@NullMarked
package org.huiwu.notification.letter.web;

import org.jspecify.annotations.NullMarked;
