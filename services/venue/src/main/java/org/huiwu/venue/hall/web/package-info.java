@NullMarked
package org.huiwu.venue.hall.web;

import org.jspecify.annotations.NullMarked;
