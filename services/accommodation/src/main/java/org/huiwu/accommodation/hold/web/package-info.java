@NullMarked
package org.huiwu.accommodation.hold.web;

import org.jspecify.annotations.NullMarked;
