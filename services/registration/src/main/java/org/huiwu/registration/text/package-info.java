/// How names and other free text are taken in.
@NullMarked
package org.huiwu.registration.text;

import org.jspecify.annotations.NullMarked;
