/** Append-only, hash-chained record of who did what, and why. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.bramble.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
