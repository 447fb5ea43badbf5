/**
 * What is used: samples from the engines, hours computed from them, sums and reports.
 *
 * <p>Whole numbers only; usage is a pure function of samples, so any hour can be computed again. No data is not zero.
 */
@ApplicationModule(allowedDependencies = {"account", "bucket", "provisioning", "storage"})
@NullMarked
package io.bramble.metering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
