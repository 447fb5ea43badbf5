package io.bramble.bucket;

import com.github.f4b6a3.uuid.UuidCreator;
import io.bramble.account.Accounts;
import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.audit.Audit;
import io.bramble.storage.Capability;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Uploads from a browser straight to the engine. A plan gives a ticket; with the ticket alone, which outlives the session,
 * files are signed in batches against the storage that is left.
 */
@Component
public class Uploads {
    /** How many files one call signs at most. */
    public static final int MOST_AT_ONCE = 1000;

    /** How many strangers send files by one link at a time: each could leave an upload behind. */
    private static final int MOST_AT_A_LINK = 100;

    private final UploadRows rows;
    private final BucketRows buckets;
    private final Accounts accounts;
    private final Allowances allowances;
    private final UploadTickets tickets;
    private final Reservations reservations;
    private final Doors doors;
    private final Stores stores;
    private final Audit audit;
    private final Clock clock;

    Uploads(
            UploadRows rows,
            BucketRows buckets,
            Accounts accounts,
            Allowances allowances,
            UploadTickets tickets,
            Reservations reservations,
            Doors doors,
            Stores stores,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.buckets = buckets;
        this.accounts = accounts;
        this.allowances = allowances;
        this.tickets = tickets;
        this.reservations = reservations;
        this.doors = doors;
        this.stores = stores;
        this.audit = audit;
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
        var upload = new UploadRows.Open(
                id, acting.accountId(), bucketId, acting.userId(), null, "", clock.instant(), false);
        return begin(upload, bucket, acting.actor());
    }

    /** Begins an upload by somebody who was asked for files, into a folder that nothing else is in. */
    @Transactional
    public UploadPlan planFor(Share share, Bucket bucket, String sender) {
        if (rows.countOpen(share.id(), clock.instant()) >= MOST_AT_A_LINK) throw ShareGone.busy();
        var id = UuidCreator.getTimeOrderedEpoch();
        var folder = share.path() + SentFolder.name(clock.instant(), sender, id) + "/";
        var upload = new UploadRows.Open(
                id, bucket.accountId(), bucket.id(), null, share.id(), folder, clock.instant(), false);
        return begin(upload, bucket, "link " + share.name());
    }

    private UploadPlan begin(UploadRows.Open upload, Bucket bucket, String actor) {
        var ticket = Tickets.random();
        var expires = tickets.expiry();
        rows.insert(upload, bucket, Tickets.hash(ticket), upload.createdAt(), expires);
        audit.append(
                upload.accountId(),
                actor,
                "upload.started",
                bucket.id().toString(),
                upload.id().toString());
        return new UploadPlan(upload.id(), ticket, upload.prefix(), expires);
    }

    /**
     * Another ticket for an upload that was interrupted, to whom began it; the old one dies.
     *
     * @throws TicketRefused for an unknown upload, another person's, or one that has ended
     * @throws StandingForbids when the account may not write
     */
    @Transactional
    public UploadPlan renew(Membership acting, UUID uploadId) {
        acting.requireWriter();
        allowances.forWriting(acting);
        var ticket = Tickets.random();
        var expires = tickets.expiry();
        if (!rows.renew(acting, uploadId, Tickets.hash(ticket), expires)) throw new TicketRefused();
        return new UploadPlan(uploadId, ticket, "", expires);
    }

    /**
     * Keeps room for files before their first byte, for all of them or for none.
     *
     * @return what is short; empty if all will fit
     * @throws TicketRefused as {@link #sign}
     * @throws InvalidField for more than {@value #MOST_AT_ONCE} files
     */
    public Optional<Shortage> reserve(UUID uploadId, String ticket, List<FileWish> files) {
        requireFew(files);
        return tickets.with(uploadId, ticket, leave -> {
            var reservation =
                    reservations.begin(leave, files.stream().map(FileWish::key).toList());
            var freeBytes = reservation.freeBytes();
            for (var file : files) {
                var shortage =
                        UploadSigner.problem(leave.upload().prefix(), file.key()) == null && file.sizeBytes() >= 0
                                ? reservation.take(file.key(), file.sizeBytes())
                                : null; // such a file is refused when its turn comes
                if (shortage != null) return Optional.of(new Shortage(shortage, freeBytes));
            }
            reservations.keep(leave, reservation);
            return Optional.empty();
        });
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
        requireFew(files);
        return tickets.with(uploadId, ticket, leave -> {
            var reservation =
                    reservations.begin(leave, files.stream().map(FileWish::key).toList());
            var door = doors.open(leave.bucket(), Purpose.UPLOAD);
            var signer = new UploadSigner(door, leave.upload().prefix(), reservation, checks(leave.bucket()));
            var answers = files.stream().map(signer::answer).toList();
            reservations.keep(leave, reservation);
            return answers;
        });
    }

    /** Ends an upload: its ticket dies, its reservation goes. Ending twice is once. */
    public void finish(UUID uploadId, String ticket) {
        tickets.inPlatform(() -> {
            var upload = tickets.open(uploadId, ticket);
            if (!upload.ended()) end(upload);
            return upload;
        });
    }

    private boolean checks(Bucket bucket) {
        return stores.capabilities(bucket).has(Capability.CHECKSUMS);
    }

    private static void requireFew(List<FileWish> files) {
        if (files.size() > MOST_AT_ONCE) throw new InvalidField("files", "Name at most 1,000 files at once.");
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
}
