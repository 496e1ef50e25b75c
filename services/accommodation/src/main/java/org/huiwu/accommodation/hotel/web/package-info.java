@NullMarked
package org.huiwu.accommodation.hotel.web;

import org.jspecify.annotations.NullMarked;
