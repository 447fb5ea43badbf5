package io.bramble.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bramble.account.Accounts;
import io.bramble.secrets.Passwords;
import io.bramble.secrets.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets people outside in who have a link, and its password if it has one. */
@Component
class ShareDoor {
    private static final int MOST_TRIES = 10;
    private static final Duration MEMORY = Duration.ofMinutes(5);
    private static final Duration PROOF_VALIDITY = Duration.ofHours(12);

    private final ShareRows rows;
    private final PassRows buckets;
    private final Accounts accounts;
    private final Vault vault;
    private final Clock clock;

    ShareDoor(ShareRows rows, PassRows buckets, Accounts accounts, Vault vault, Clock clock) {
        this.rows = rows;
        this.buckets = buckets;
        this.accounts = accounts;
        this.vault = vault;
        this.clock = clock;
    }

    /** A link that works, and where it leads. */
    record Entry(Share share, Bucket bucket) {}

    /**
     * @param proof what {@link #compare} gave; empty for none
     * @throws ShareGone when the link does not work
     * @throws ShareLocked when it wants its password
     */
    @Transactional(readOnly = true)
    public Entry enter(String token, String proof) {
        var held = held(token);
        if (held.passwordHash() != null && !proves(proof, held, held.passwordHash())) throw new ShareLocked();
        return entry(held);
    }

    /**
     * Takes one of the ten tries that a link has in five minutes. It is taken before the password is looked at, so that
     * many who guess at once have no more of them.
     *
     * @throws WrongPassword when there is none left
     */
    @Transactional
    public ShareRows.Held knock(String token) {
        var held = held(token);
        if (held.passwordHash() != null && !rows.takeTry(held.share().id(), MOST_TRIES, MEMORY, clock.instant()))
            throw new WrongPassword("Too many wrong passwords. Try again in five minutes.");
        return held;
    }

    /**
     * Compares for a tenth of a second, which no connection to the database waits for.
     *
     * @return a proof that the password was known, good for twelve hours; empty where there is none
     * @throws WrongPassword when this is not it
     */
    String compare(ShareRows.Held held, String password) {
        var hash = held.passwordHash();
        if (hash == null) return "";
        if (!Passwords.matches(password, hash))
            throw new WrongPassword("This is not the password. Mind capital letters.");
        return proof(held, hash);
    }

    /** Gives the try back to who knew the password. */
    @Transactional
    public void welcome(ShareRows.Held held) {
        if (held.passwordHash() != null) rows.giveTryBack(held.share().id());
    }

    /** @throws ShareGone when it has been handed out as often as it may */
    @Transactional
    public void handOut(Share share) {
        if (!rows.handOut(share.id())) throw ShareGone.usedUp();
    }

    private ShareRows.Held held(String token) {
        var held = rows.byToken(token, clock.instant()).orElseThrow(ShareGone::link);
        switch (held.share().state()) {
            case ACTIVE -> {}
            case USED_UP -> throw ShareGone.usedUp();
            case EXPIRED, REVOKED -> throw ShareGone.link();
        }
        return held;
    }

    /** A suspended account shares nothing, a read-only one takes nothing in; neither does a bucket on its way out. */
    private Entry entry(ShareRows.Held held) {
        var share = held.share();
        var standing = accounts.get(held.accountId()).standing();
        var allowed = share.kind() == Share.Kind.UPLOAD ? standing.writes() : standing.reads();
        var bucket = buckets.bucket(share.bucketId()).filter(found -> found.state() == BucketState.READY);
        if (!allowed || bucket.isEmpty()) throw ShareGone.link();
        return new Entry(share, bucket.get());
    }

    private String proof(ShareRows.Held held, String passwordHash) {
        var until = clock.instant().plus(PROOF_VALIDITY).getEpochSecond();
        var plain = (until + "|" + passwordHash).getBytes(UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(vault.encrypt(plain, place(held)));
    }

    private boolean proves(String proof, ShareRows.Held held, String passwordHash) {
        try {
            var plain = new String(vault.decrypt(Base64.getUrlDecoder().decode(proof), place(held)), UTF_8);
            var bar = plain.indexOf('|');
            var until = Instant.ofEpochSecond(Long.parseLong(plain.substring(0, bar)));
            return clock.instant().isBefore(until) && plain.substring(bar + 1).equals(passwordHash);
        } catch (IllegalArgumentException | IllegalStateException made) {
            return false; // by somebody else
        }
    }

    private static String place(ShareRows.Held held) {
        return "share|" + held.share().id() + "|proof";
    }
}
