package io.bramble.security;

import io.bramble.account.ApiToken;
import io.bramble.account.ApiTokens;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.stereotype.Component;

/** Personal API tokens as bearers, with {@code SCOPE_…} authorities. */
@Component
class PersonalTokens implements OpaqueTokenIntrospector {
    static final String CALLER = "caller";
    private final ApiTokens tokens;

    PersonalTokens(ApiTokens tokens) {
        this.tokens = tokens;
    }

    static boolean claims(@Nullable String bearer) {
        return bearer != null && bearer.startsWith(ApiTokens.PREFIX);
    }

    @Override
    public OAuth2AuthenticatedPrincipal introspect(String bearer) {
        var caller = tokens.authenticate(bearer)
                .orElseThrow(() -> new BadOpaqueTokenException("This token is unknown, expired or revoked."));
        return new DefaultOAuth2AuthenticatedPrincipal(
                caller.membership().actor(),
                Map.<String, Object>of(CALLER, caller),
                AuthorityUtils.createAuthorityList(scopes(caller)));
    }

    private static String[] scopes(ApiToken.Caller caller) {
        return caller.scopes().stream().map(scope -> "SCOPE_" + scope).toArray(String[]::new);
    }
}
