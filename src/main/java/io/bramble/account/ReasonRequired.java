package io.bramble.account;

/** An operator's change needs a reason, which the audit trail keeps. */
public class ReasonRequired extends InvalidField {
    public ReasonRequired() {
        super("reason", "Say why: the reason is kept in the audit trail.");
    }
}
