package io.bramble.bucket;

import io.bramble.account.Account;
import io.bramble.account.AccountScope;
import io.bramble.account.Accounts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets in by a ticket alone, whoever carries it. */
@Component
class UploadTickets {
    static final Duration VALIDITY = Duration.ofHours(1);
    private static final Duration SLACK = Duration.ofMinutes(15);

    private final UploadRows rows;
    private final ShareRows shares;
    private final BucketRows buckets;
    private final Accounts accounts;
    private final Doors doors;
    private final TransactionTemplate transactions;
    private final Clock clock;

    UploadTickets(
            UploadRows rows,
            ShareRows shares,
            BucketRows buckets,
            Accounts accounts,
            Doors doors,
            TransactionTemplate transactions,
            Clock clock) {
        this.rows = rows;
        this.shares = shares;
        this.buckets = buckets;
        this.accounts = accounts;
        this.doors = doors;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Works in one transaction that holds the upload's row, and keeps the ticket valid for another hour.
     *
     * @throws TicketRefused for a wrong, expired or ended ticket, or one whose maker may no longer write
     */
    <T> T with(UUID uploadId, String ticket, Function<UploadLeave, T> work) {
        return inPlatform(() -> {
            var upload = open(uploadId, ticket);
            rows.extend(upload.id(), expiry(), expiry());
            return work.apply(leave(upload));
        });
    }

    /**
     * As {@link #with} for what changes nothing. Writes nothing either but once in a quarter of an hour: a commit waits
     * for the disk, which on one machine is busy with the very parts that are being signed.
     */
    <T> T look(UUID uploadId, String ticket, Function<UploadLeave, T> work) {
        return inPlatform(() -> {
            var upload =
                    rows.find(uploadId, Tickets.hash(ticket), clock.instant()).orElseThrow(TicketRefused::new);
            var leave = leave(upload);
            rows.extend(upload.id(), expiry(), expiry().minus(SLACK));
            return work.apply(leave);
        });
    }

    private UploadLeave leave(UploadRows.Open upload) {
        if (upload.ended()) throw new TicketRefused();
        var account = accountOf(upload);
        var bucket = buckets.find(upload.accountId(), upload.bucketId()).orElseThrow(TicketRefused::new);
        if (bucket.state() != BucketState.READY) throw new BucketNotReady(bucket.state());
        return new UploadLeave(upload, account, bucket);
    }

    /** The row behind a ticket that need not open anything any more. */
    UploadRows.Open open(UUID uploadId, String ticket) {
        return rows.lock(uploadId, Tickets.hash(ticket), clock.instant()).orElseThrow(TicketRefused::new);
    }

    /** Opens the engine for what comes after the transaction. */
    Doors.Door door(Bucket bucket, Purpose purpose) {
        return inPlatform(() -> doors.open(bucket, purpose));
    }

    Instant expiry() {
        return clock.instant().plus(VALIDITY);
    }

    <T> T inPlatform(Supplier<T> work) {
        return AccountScope.platform(() -> Objects.requireNonNull(transactions.execute(_ -> work.get())));
    }

    private Account accountOf(UploadRows.Open upload) {
        if (!mayGoOn(upload)) throw new TicketRefused();
        var account = accounts.get(upload.accountId());
        if (!account.standing().writes()) throw new StandingForbids(account.standing());
        return account;
    }

    /** A member must still be one, a link must still work. */
    private boolean mayGoOn(UploadRows.Open upload) {
        if (upload.userId() == null) return shares.works(upload.shareId(), clock.instant());
        return accounts.membership(upload.accountId(), upload.userId())
                .filter(member -> member.role().writes())
                .isPresent();
    }
}
