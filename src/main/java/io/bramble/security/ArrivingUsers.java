package io.bramble.security;

import static java.util.Objects.requireNonNull;

import io.bramble.account.Accounts;
import io.bramble.account.Identity;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** At each sign-in the person is made known to the accounts, before the first page asks for them. */
@Component
class ArrivingUsers extends OidcUserService {
    private final Accounts accounts;

    ArrivingUsers(Accounts accounts) {
        this.accounts = accounts;
        setRetrieveUserInfo(_ -> false); // the ID token says it all
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var user = super.loadUser(request);
        accounts.arrive(identity(user.getIdToken()));
        return user;
    }

    private static Identity identity(OidcIdToken token) {
        var email = requireNonNull(token.getEmail(), "the realm's client scope email is missing");
        var name = token.getGivenName();
        return new Identity(
                requireNonNull(token.getSubject()),
                email,
                name == null || name.isBlank() ? beforeAt(email) : name,
                token.getClaimAsInstant("terms_accepted_at"));
    }

    private static String beforeAt(String email) {
        return email.substring(0, Math.max(1, email.indexOf('@')));
    }
}
