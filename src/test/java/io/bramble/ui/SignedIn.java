package io.bramble.ui;

import static java.util.stream.Collectors.toCollection;

import io.bramble.account.Accounts;
import io.bramble.account.Identity;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.test.context.support.WithSecurityContext;
import org.springframework.security.test.context.support.WithSecurityContextFactory;

/** A person of their own for each test, signed in as Keycloak would have it: account, namespace, session. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@WithSecurityContext(factory = SignedIn.Arrival.class)
public @interface SignedIn {
    String name() default "anna";

    /** Roles of the realm. */
    String[] roles() default {};

    /** As a browser would arrive, without Keycloak in between. */
    final class Arrival implements WithSecurityContextFactory<SignedIn> {
        private final Accounts accounts;

        Arrival(Accounts accounts) {
            this.accounts = accounts;
        }

        @Override
        public SecurityContext createSecurityContext(SignedIn person) {
            var subject = UUID.randomUUID().toString();
            var email = person.name() + "-" + subject.substring(0, 8) + "@example.org";
            accounts.arrive(new Identity(subject, email, person.name()));
            var now = Instant.now();
            var token = new OidcIdToken("test", now, now.plusSeconds(3600), Map.of("sub", subject, "email", email));
            var authorities = Stream.<GrantedAuthority>concat(
                            Stream.of(new OidcUserAuthority(token)),
                            Stream.of(person.roles()).map(role -> new SimpleGrantedAuthority("ROLE_" + role)))
                    .collect(toCollection(HashSet::new));
            return new SecurityContextImpl(
                    new OAuth2AuthenticationToken(new DefaultOidcUser(authorities, token), authorities, "keycloak"));
        }
    }
}
