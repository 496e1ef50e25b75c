@NullMarked
package org.huiwu.excursion.service;

import org.jspecify.annotations.NullMarked;
