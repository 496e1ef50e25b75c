@NullMarked
package org.huiwu.venue.manifest;

import org.jspecify.annotations.NullMarked;
