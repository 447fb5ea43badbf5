package io.bramble.account;

/** The acting member's role does not permit this. */
public class NotAllowed extends RuntimeException {
    public NotAllowed(Role role) {
        super("Your role in this account (" + role + ") may not do this. Ask an owner.");
    }

    public NotAllowed(String what) {
        super(what);
    }
}
