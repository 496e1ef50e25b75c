@NullMarked
package org.huiwu.excursion.programme.web;

import org.jspecify.annotations.NullMarked;
