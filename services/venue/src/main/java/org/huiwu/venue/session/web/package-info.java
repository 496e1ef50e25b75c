@NullMarked
package org.huiwu.venue.session.web;

import org.jspecify.annotations.NullMarked;
