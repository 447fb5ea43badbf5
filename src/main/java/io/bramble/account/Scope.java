package io.bramble.account;

import java.util.Arrays;
import java.util.Optional;

/** What an API token may be used for. A write scope includes reading. */
public enum Scope {
    ACCOUNT_READ("account:read"),
    ACCOUNT_WRITE("account:write"),
    BUCKET_READ("bucket:read"),
    BUCKET_WRITE("bucket:write"),
    KEY_READ("key:read"),
    KEY_WRITE("key:write"),
    SHARE_READ("share:read"),
    SHARE_WRITE("share:write"),
    USAGE_READ("usage:read");

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    /** As written in a token and in {@code SCOPE_…} authorities. */
    public String text() {
        return text;
    }

    public static Optional<Scope> of(String text) {
        return Arrays.stream(values()).filter(scope -> scope.text.equals(text)).findFirst();
    }
}
