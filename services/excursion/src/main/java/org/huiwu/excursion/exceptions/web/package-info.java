@NullMarked
package org.huiwu.excursion.exceptions.web;

import org.jspecify.annotations.NullMarked;
