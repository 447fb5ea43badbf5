package io.bramble.bucket;

import io.bramble.account.Standing;

/** The account's standing does not permit this. */
public class StandingForbids extends RuntimeException {
    StandingForbids(Standing standing) {
        super(
                standing.reads()
                        ? "Your account is read-only: it can read and delete, not write. Ask the operator."
                        : "Your account is suspended. Ask the operator.");
    }
}
