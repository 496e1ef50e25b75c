/// The services' OpenAPI documents as a test reads them, and input that they forbid.
@NullMarked
package org.huiwu.drills.openapi;

import org.jspecify.annotations.NullMarked;
