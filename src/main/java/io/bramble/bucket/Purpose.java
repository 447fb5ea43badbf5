package io.bramble.bucket;

import static java.util.Objects.requireNonNull;

import io.bramble.storage.Permission;
import org.jspecify.annotations.Nullable;

/** What an access key is for. */
enum Purpose {
    /** In a customer's program. */
    CUSTOMER(null),
    /** Signs the browser's uploads. */
    UPLOAD(Permission.WRITE),
    /** Signs the browser's downloads. */
    DOWNLOAD(Permission.READ),
    /** The server's own calls; signs no URL. */
    MANAGE(Permission.READ_WRITE);

    private final @Nullable Permission permission;

    Purpose(@Nullable Permission permission) {
        this.permission = permission;
    }

    /** The wish for a console's key. */
    NewKey wish() {
        return new NewKey(name(), requireNonNull(permission), "", null);
    }
}
