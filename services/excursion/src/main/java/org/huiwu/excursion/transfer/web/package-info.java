@NullMarked
package org.huiwu.excursion.transfer.web;

import org.jspecify.annotations.NullMarked;
