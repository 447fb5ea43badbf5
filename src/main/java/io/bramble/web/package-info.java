/** Public pages: landing, pricing, guide, legal, shared links, errors. Rendered on the server, without session or tracker. */
@ApplicationModule(allowedDependencies = {"billing", "bucket", "provisioning", "storage"})
@NullMarked
package io.bramble.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
