/// The impact preview: which versions a change would make (docs/adr/0024).
@NullMarked
package org.huiwu.notification.preview;

import org.jspecify.annotations.NullMarked;
