package io.bramble.api;

import io.bramble.account.ApiToken;
import io.bramble.account.ApiTokens;
import io.bramble.account.InvalidField;
import io.bramble.account.Scope;
import io.bramble.security.CurrentUser;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Tokens", description = "Personal API tokens")
@RestController
@RequestMapping("/api/v1/tokens")
class TokensResource {
    private static final int DAYS_UNLESS_SAID = 90;

    private final ApiTokens tokens;
    private final CurrentUser user;
    private final Idempotency idempotency;

    TokensResource(ApiTokens tokens, CurrentUser user, Idempotency idempotency) {
        this.tokens = tokens;
        this.user = user;
        this.idempotency = idempotency;
    }

    @GetMapping
    Items<ApiToken> list() {
        return Items.all(tokens.list(user.membership(Scope.ACCOUNT_READ)));
    }

    /** A token can't be given more than its maker's own token has. */
    @PostMapping
    ResponseEntity<?> issue(
            @RequestHeader(value = Idempotency.HEADER, required = false) @Nullable String key,
            @RequestBody NewToken body) {
        var acting = user.membership(Scope.ACCOUNT_WRITE);
        var scopes = scopes(body.scopes());
        scopes.forEach(user::membership);
        return idempotency.answer(acting, key, body, () -> {
            var issued =
                    tokens.issue(acting, Required.given("name", body.name()), scopes, validity(body.expiresInDays()));
            return Created.at(URI.create("/api/v1/tokens/" + issued.token().id()), IssuedToken.of(issued));
        });
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> revoke(@PathVariable UUID id) {
        if (!tokens.revoke(user.membership(Scope.ACCOUNT_WRITE), id)) throw new TokenNotFound(id);
        return ResponseEntity.noContent().build();
    }

    private static Set<Scope> scopes(@Nullable List<String> texts) {
        var scopes = new LinkedHashSet<Scope>();
        for (var text : texts == null ? List.<String>of() : texts)
            scopes.add(Scope.of(text).orElseThrow(() -> new InvalidField("scopes", text + " is no scope.")));
        return scopes;
    }

    private static Duration validity(@Nullable Integer days) {
        return Duration.ofDays(days == null ? DAYS_UNLESS_SAID : days);
    }

    record NewToken(
            @Nullable String name,
            @Nullable List<String> scopes,
            @Nullable Integer expiresInDays) {}

    record IssuedToken(
            UUID id,
            String name,
            List<String> scopes,
            Instant expiresAt,
            @Nullable String token) implements Created.WithSecret {
        static IssuedToken of(ApiToken.Issued issued) {
            var token = issued.token();
            return new IssuedToken(token.id(), token.name(), token.scopes(), token.expiresAt(), issued.secret());
        }

        @Override
        public IssuedToken withoutSecret() {
            return new IssuedToken(id, name, scopes, expiresAt, null);
        }

        @Override
        public String toString() {
            return "IssuedToken[" + id + "]";
        }
    }
}
