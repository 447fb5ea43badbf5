/** The REST API: one class per resource, one advice for problems, no rules. */
@ApplicationModule(
        allowedDependencies = {"account", "billing", "bucket", "metering", "provisioning", "security", "storage"})
@NullMarked
package io.bramble.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
