/** Namespaces, buckets, access keys, files and uploads: names, desired state, and the passes that make it true. */
@ApplicationModule(allowedDependencies = {"account", "audit", "provisioning", "secrets", "storage", "work"})
@NullMarked
package io.bramble.bucket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
