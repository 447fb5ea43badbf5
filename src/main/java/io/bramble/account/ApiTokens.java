package io.bramble.account;

import static java.util.Objects.requireNonNull;

import com.github.f4b6a3.uuid.UuidCreator;
import io.bramble.audit.Audit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Personal API tokens: {@code brm_} and 32 random bytes, of which only the SHA-256 is kept. */
@Component
public class ApiTokens {
    public static final String PREFIX = "brm_";
    static final Duration LONGEST = Duration.ofDays(365);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ApiTokenRows rows;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ApiTokens(ApiTokenRows rows, Audit audit, TransactionTemplate transactions, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Makes a token that acts as its maker.
     *
     * @param validity at most 365 days
     * @throws InvalidField for an empty name, no scope or too long a life
     */
    @Transactional
    public ApiToken.Issued issue(Membership acting, String name, Set<Scope> scopes, Duration validity) {
        check(name, scopes, validity);
        var secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes());
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var token = new ApiToken(
                UuidCreator.getTimeOrderedEpoch(),
                name.strip(),
                secret.substring(0, 8),
                scopes.stream().map(Scope::text).sorted().toList(),
                now,
                now.plus(validity),
                null,
                null);
        rows.insert(acting, token, hash(secret));
        audit.append(
                acting.accountId(), acting.actor(), "token.issued", token.id().toString(), token.name());
        return new ApiToken.Issued(token, secret);
    }

    /** The caller's own tokens; an owner or administrator sees all of the account's. */
    @Transactional(readOnly = true)
    public List<ApiToken> list(Membership acting) {
        return rows.list(acting, seesAll(acting));
    }

    /** @return false when there is no such token, or it is somebody else's */
    @Transactional
    public boolean revoke(Membership acting, UUID tokenId) {
        if (!rows.revoke(acting, tokenId, seesAll(acting), clock.instant())) return false;
        audit.append(acting.accountId(), acting.actor(), "token.revoked", tokenId.toString(), "");
        return true;
    }

    /** Who calls with this token; empty for an unknown, revoked or expired one, or one whose maker has left. */
    public Optional<ApiToken.Caller> authenticate(String secret) {
        return AccountScope.platform(
                () -> requireNonNull(transactions.execute(_ -> rows.use(hash(secret), clock.instant()))));
    }

    private static boolean seesAll(Membership acting) {
        return acting.role() == Role.OWNER || acting.role() == Role.ADMIN;
    }

    private static void check(String name, Set<Scope> scopes, Duration validity) {
        if (name.isBlank() || name.length() > 100)
            throw new InvalidField("name", "Give the token a name of 1 to 100 characters.");
        if (name.chars().anyMatch(Character::isISOControl))
            throw new InvalidField("name", "Leave out control characters.");
        if (scopes.isEmpty()) throw new InvalidField("scopes", "Choose at least one scope.");
        if (validity.isNegative() || validity.isZero() || validity.compareTo(LONGEST) > 0)
            throw new InvalidField("expiresInDays", "A token lives 1 to 365 days.");
    }

    private static byte[] randomBytes() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
