/**
 * Plans, rate cards and rating: what usage costs, as pure functions over whole numbers.
 *
 * <p>Nobody but the edges imports this module; without prices the product is whole.
 */
@ApplicationModule(allowedDependencies = {"account", "metering"})
@NullMarked
package io.bramble.billing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
