@NullMarked
package org.huiwu.venue.manifest.web;

import org.jspecify.annotations.NullMarked;
