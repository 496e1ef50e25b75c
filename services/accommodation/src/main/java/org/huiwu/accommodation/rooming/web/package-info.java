@NullMarked
package org.huiwu.accommodation.rooming.web;

import org.jspecify.annotations.NullMarked;
