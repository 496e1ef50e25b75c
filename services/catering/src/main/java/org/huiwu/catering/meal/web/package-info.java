@NullMarked
package org.huiwu.catering.meal.web;

import org.jspecify.annotations.NullMarked;
