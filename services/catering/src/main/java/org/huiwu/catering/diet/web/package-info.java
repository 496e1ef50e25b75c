@NullMarked
package org.huiwu.catering.diet.web;

import org.jspecify.annotations.NullMarked;
