package io.bramble.account;

import java.util.Set;

/**
 * A person of the platform's staff, acting across accounts.
 *
 * @param roles from the realm: operator, support, finance
 */
public record Operator(String actor, Set<String> roles) {

    /** @throws NotAllowed unless one of these realm roles is held */
    public void require(String... allowed) {
        for (var role : allowed) if (roles.contains(role)) return;
        throw new NotAllowed("This needs the role " + String.join(" or ", allowed) + ".");
    }

    /** All operators' roles may look. */
    public void requireAny() {
        require("operator", "support", "finance");
    }
}
