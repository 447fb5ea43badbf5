/** Public pages: landing, pricing, guide, legal, errors. Rendered on the server, without session, cookie or tracker. */
@ApplicationModule(allowedDependencies = {"billing"})
@NullMarked
package io.bramble.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
