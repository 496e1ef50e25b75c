@NullMarked
package org.huiwu.accommodation.lodging.web;

import org.jspecify.annotations.NullMarked;
