package io.bramble;

import io.bramble.account.Accounts;
import io.bramble.account.ApiTokens;
import io.bramble.account.Identity;
import io.bramble.account.Membership;
import io.bramble.account.Scope;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** People of tests: each call is somebody new. */
@TestComponent
public class People {
    private final Accounts accounts;
    private final ApiTokens tokens;

    People(Accounts accounts, ApiTokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    /** A person who has just signed up. */
    public Membership arrive(String name) {
        var subject = UUID.randomUUID().toString();
        return accounts.arrive(new Identity(subject, name + "." + subject.substring(0, 8) + "@example.org", name));
    }

    /** A token of theirs with every scope. */
    public String token(Membership person) {
        return token(person, Set.of(Scope.values()));
    }

    public String token(Membership person, Set<Scope> scopes) {
        return tokens.issue(person, "test", scopes, Duration.ofDays(90)).secret();
    }
}
