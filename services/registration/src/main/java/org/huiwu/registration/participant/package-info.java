/// Who takes part, with whom, and whether they still come. The domain: rules without framework.
@NullMarked
package org.huiwu.registration.participant;

import org.jspecify.annotations.NullMarked;
