@NullMarked
package org.huiwu.planted.doors.web;

import org.jspecify.annotations.NullMarked;
