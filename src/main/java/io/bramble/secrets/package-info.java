/** Secrets at rest: one keyset from a file, authenticated encryption bound to the place where the bytes are kept. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.bramble.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
