package io.bramble.security;

import io.bramble.account.Accounts;
import io.bramble.account.ApiToken;
import io.bramble.account.Membership;
import io.bramble.account.NotAllowed;
import io.bramble.account.Operator;
import io.bramble.account.Scope;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.stereotype.Component;

/** Who sent the current request: as a member of an account, or as one of the platform's staff. */
@Component
public class CurrentUser {
    private final Accounts accounts;

    CurrentUser(Accounts accounts) {
        this.accounts = accounts;
    }

    /** @throws NotAllowed for a person who has never signed in to the console */
    public Membership membership() {
        var authentication = authentication();
        var caller = caller(authentication);
        if (caller != null) return caller.membership();
        var subject = subject(authentication);
        return accounts.memberships(subject).stream()
                .findFirst()
                .orElseThrow(() -> new NotAllowed("Sign in to the console once: that opens your account."));
    }

    /**
     * The member behind an API request that needs this scope. A person's own access token has every scope.
     *
     * @throws NotAllowed when the token was made without it
     */
    public Membership membership(Scope needed) {
        var caller = caller(authentication());
        if (caller != null && !grants(caller, needed))
            throw new NotAllowed("This token has no scope " + needed.text() + ". Make one that has it.");
        return membership();
    }

    /** @throws NotAllowed unless the person holds a staff role of the realm */
    public Operator operator() {
        var authentication = authentication();
        var operator = new Operator(actor(authentication), roles(authentication));
        operator.requireAny();
        return operator;
    }

    /** Whether the administrator's pages are theirs to see. */
    public boolean isOperator() {
        return !roles(authentication()).isEmpty();
    }

    private static Set<String> roles(Authentication authentication) {
        return authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(Objects::nonNull)
                .filter(name -> name.startsWith("ROLE_"))
                .map(name -> name.substring("ROLE_".length()))
                .filter(RealmRoles.KNOWN::contains)
                .collect(Collectors.toSet());
    }

    private static boolean grants(ApiToken.Caller caller, Scope needed) {
        return caller.scopes().contains(needed.text())
                || caller.scopes().contains(needed.text().replace(":read", ":write"));
    }

    private static ApiToken.@Nullable Caller caller(Authentication authentication) {
        return authentication.getPrincipal() instanceof OAuth2AuthenticatedPrincipal principal
                        && principal.getAttribute(PersonalTokens.CALLER) instanceof ApiToken.Caller caller
                ? caller
                : null;
    }

    private static String subject(Authentication authentication) {
        return claim(authentication, "sub");
    }

    private static String actor(Authentication authentication) {
        return claim(authentication, "email");
    }

    private static String claim(Authentication authentication, String name) {
        var value = authentication.getPrincipal() instanceof ClaimAccessor token ? token.getClaimAsString(name) : null;
        return value == null ? authentication.getName() : value;
    }

    private static Authentication authentication() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) throw new NotAllowed("Sign in first.");
        return authentication;
    }
}
