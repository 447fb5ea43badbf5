package io.bramble.api;

import io.bramble.account.InvalidField;
import io.bramble.storage.Permission;
import java.util.Locale;

/** A key's permission in the API's words. */
final class KeyPermission {
    private KeyPermission() {}

    /** Takes the enum's spelling too, which is what a client that read the source would send. */
    static Permission of(String text) {
        return switch (text.toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "read-write" -> Permission.READ_WRITE;
            case "read-only", "read" -> Permission.READ;
            case "write-only", "write" -> Permission.WRITE;
            default -> throw new InvalidField("permission", "Choose read-write, read-only or write-only.");
        };
    }

    static String text(Permission permission) {
        return switch (permission) {
            case READ_WRITE -> "read-write";
            case READ -> "read-only";
            case WRITE -> "write-only";
        };
    }
}
