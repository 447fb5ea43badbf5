/** Users, accounts, members and roles, standing, limits as plain numbers, API tokens; who acts for whom. */
@ApplicationModule(allowedDependencies = "audit")
@NullMarked
package io.bramble.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
