package io.bramble.account;

/** What a member may do in an account. */
public enum Role {
    OWNER,
    ADMIN,
    DEVELOPER,
    VIEWER,
    BILLING;

    public boolean writes() {
        return this == OWNER || this == ADMIN || this == DEVELOPER;
    }
}
