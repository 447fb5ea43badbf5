package io.bramble.account;

import java.util.Arrays;
import java.util.UUID;

/**
 * Who acts, for which account, as what: the first argument of everything that touches an account's data.
 *
 * @param actor how the audit trail names the person, an e-mail address
 */
public record Membership(UUID accountId, UUID userId, Role role, String actor) {

    /** @throws NotAllowed unless the role is one of these */
    public void require(Role... allowed) {
        if (!Arrays.asList(allowed).contains(role)) throw new NotAllowed(role);
    }

    /** @throws NotAllowed for roles that only look */
    public void requireWriter() {
        if (!role.writes()) throw new NotAllowed(role);
    }
}
