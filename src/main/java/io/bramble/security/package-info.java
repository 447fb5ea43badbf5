/** Sign-in, filter chains, roles: who a request comes from. Decides nothing about what they may do to data. */
@ApplicationModule(allowedDependencies = "account")
@NullMarked
package io.bramble.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
