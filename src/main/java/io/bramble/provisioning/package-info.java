/** Storage clusters and the engines in them: desired state, drivers, placement, how full they are. */
@ApplicationModule(allowedDependencies = {"account", "audit", "secrets", "storage"})
@NullMarked
package io.bramble.provisioning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
