package io.bramble.bucket;

import com.github.f4b6a3.uuid.UuidCreator;
import io.bramble.account.Account;
import io.bramble.account.AccountScope;
import io.bramble.account.Accounts;
import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.audit.Audit;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Uploads from a browser straight to the engine. A plan gives a ticket; with the ticket alone, which outlives the session,
 * files are signed in batches against the storage that is left.
 */
@Component
public class Uploads {
    /** How many files one call signs at most. */
    public static final int MOST_AT_ONCE = 1000;

    private static final Duration TICKET_VALIDITY = Duration.ofHours(1);

    private final UploadRows rows;
    private final ShareRows shares;
    private final BucketRows buckets;
    private final Accounts accounts;
    private final Allowances allowances;
    private final Doors doors;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Uploads(
            UploadRows rows,
            ShareRows shares,
            BucketRows buckets,
            Accounts accounts,
            Allowances allowances,
            Doors doors,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.rows = rows;
        this.shares = shares;
        this.buckets = buckets;
        this.accounts = accounts;
        this.allowances = allowances;
        this.doors = doors;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Begins an upload into a bucket.
     *
     * @throws BucketNotFound for an unknown bucket or another account's
     * @throws BucketNotReady for one that is being made or deleted
     * @throws StandingForbids when the account may not write
     */
    @Transactional
    public UploadPlan plan(Membership acting, UUID bucketId) {
        acting.requireWriter();
        allowances.forWriting(acting);
        var bucket = buckets.find(acting.accountId(), bucketId).orElseThrow(BucketNotFound::new);
        if (bucket.state() != BucketState.READY) throw new BucketNotReady(bucket.state());
        var id = UuidCreator.getTimeOrderedEpoch();
        var upload = new UploadRows.Open(id, acting.accountId(), bucketId, acting.userId(), null, "", false);
        return begin(upload, bucket, acting.actor());
    }

    /** Begins an upload by somebody who was asked for files, into a folder that nothing else is in. */
    @Transactional
    public UploadPlan planFor(Share share, Bucket bucket, String sender) {
        var id = UuidCreator.getTimeOrderedEpoch();
        var folder = share.path() + SentFolder.name(clock.instant(), sender, id) + "/";
        var upload = new UploadRows.Open(id, bucket.accountId(), bucket.id(), null, share.id(), folder, false);
        return begin(upload, bucket, "link " + share.name());
    }

    private UploadPlan begin(UploadRows.Open upload, Bucket bucket, String actor) {
        var ticket = Tickets.random();
        var now = clock.instant();
        var expires = now.plus(TICKET_VALIDITY);
        rows.insert(upload, bucket, Tickets.hash(ticket), now, expires);
        audit.append(
                upload.accountId(),
                actor,
                "upload.started",
                bucket.id().toString(),
                upload.id().toString());
        return new UploadPlan(upload.id(), ticket, upload.prefix(), expires);
    }

    /**
     * Signs files of an upload, and keeps its ticket valid for another hour. Signing a file again reserves nothing twice.
     *
     * @return an answer for each wish, in order
     * @throws TicketRefused for a wrong, expired or ended ticket, or one whose maker may no longer write
     * @throws StandingForbids when the account may no longer write
     * @throws InvalidField for more than {@value #MOST_AT_ONCE} files
     */
    public List<FileAnswer> sign(UUID uploadId, String ticket, List<FileWish> files) {
        if (files.size() > MOST_AT_ONCE) throw new InvalidField("files", "Sign at most 1,000 files at once.");
        return inPlatform(() -> {
            var upload = open(uploadId, ticket);
            if (upload.ended()) throw new TicketRefused();
            return sign(upload, accountOf(upload), files);
        });
    }

    /** Ends an upload: its ticket dies, its reservation goes. Ending twice is once. */
    public void finish(UUID uploadId, String ticket) {
        inPlatform(() -> {
            var upload = open(uploadId, ticket);
            if (!upload.ended()) end(upload);
            return upload;
        });
    }

    private List<FileAnswer> sign(UploadRows.Open upload, Account account, List<FileWish> files) {
        var bucket = buckets.find(upload.accountId(), upload.bucketId()).orElseThrow(TicketRefused::new);
        if (bucket.state() != BucketState.READY) throw new BucketNotReady(bucket.state());
        var now = clock.instant();
        allowances.lock(account.id());
        var committed = rows.committed(account.id(), bucket.id(), now);
        var asked = upload.shareId() == null
                ? null
                : shares.find(account.id(), upload.shareId(), now).orElseThrow(TicketRefused::new);
        var room = new Room(account.limits().storageBytes(), bucket.quotaBytes(), committed, asked);
        var keys = files.stream()
                .map(FileWish::key)
                .filter(key -> UploadSigner.problem(key) == null)
                .toList();
        var before = rows.reserved(upload.id(), keys);
        var signer = new UploadSigner(doors.open(bucket, Purpose.UPLOAD), upload.prefix(), room, before);
        var answers = files.stream().map(signer::answer).toList();
        rows.reserve(upload, signer.sizes(), room.addedBytes(), now.plus(TICKET_VALIDITY));
        if (asked != null) shares.receive(asked.id(), signer.sizes().size() - before.size(), room.addedBytes());
        return answers;
    }

    private void end(UploadRows.Open upload) {
        rows.end(upload.id(), clock.instant());
        audit.append(
                upload.accountId(),
                actor(upload),
                "upload.finished",
                upload.bucketId().toString(),
                rows.countFiles(upload.id()) + " files");
    }

    private String actor(UploadRows.Open upload) {
        if (upload.userId() == null) return "a sender by link";
        return accounts.membership(upload.accountId(), upload.userId())
                .map(Membership::actor)
                .orElse("a former member");
    }

    private UploadRows.Open open(UUID uploadId, String ticket) {
        return rows.lock(uploadId, Tickets.hash(ticket), clock.instant()).orElseThrow(TicketRefused::new);
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

    private <T> T inPlatform(Supplier<T> work) {
        return AccountScope.platform(() -> Objects.requireNonNull(transactions.execute(_ -> work.get())));
    }
}
