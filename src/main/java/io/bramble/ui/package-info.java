/**
 * The console: Vaadin screens over the modules, without rules of their own. {@code parts} holds what screens are made
 * of; each other sub-package is a group of screens.
 */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "audit",
            "billing",
            "bucket",
            "metering",
            "provisioning",
            "security",
            "storage"
        })
@NullMarked
package io.bramble.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
