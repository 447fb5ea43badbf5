package io.bramble.bucket;

import io.bramble.account.InvalidField;
import io.bramble.account.Membership;
import io.bramble.audit.Audit;
import io.bramble.storage.DownloadAs;
import io.bramble.storage.ListRequest;
import io.bramble.storage.ObjectPage;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The files of a bucket, one by one; many go by {@link ObjectJobs}. Not transactional: each call checks first, then talks
 * to the engine for at most some seconds; all throw {@link io.bramble.storage.StoreException} when the engine does not
 * play along.
 */
@Component
public class Files {
    /** S3 signs for no longer. */
    public static final Duration LONGEST_LINK = Duration.ofDays(7);

    private static final Duration DOWNLOAD_VALIDITY = Duration.ofMinutes(5);

    private final Doors doors;
    private final Audit audit;
    private final TransactionTemplate transactions;

    Files(Doors doors, Audit audit, TransactionTemplate transactions) {
        this.doors = doors;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * One page of a folder or a subtree.
     *
     * @throws BucketNotFound for an unknown bucket or another account's
     * @throws BucketNotReady for one that is being made or deleted
     * @throws StandingForbids when the account may not read
     */
    public ObjectPage list(Membership acting, UUID bucketId, ListRequest request) {
        var door = doors.toRead(acting, bucketId, Purpose.MANAGE);
        return Canary.hide(door.store().list(door.name(), request));
    }

    /**
     * A link by which a browser saves the file, valid for five minutes. It is saved, never shown in place, so that no
     * page stored in a bucket runs in somebody's browser.
     *
     * @throws InvalidField for what is no key
     */
    public URI download(Membership acting, UUID bucketId, String key) {
        FileKey.require(key);
        var door = doors.toRead(acting, bucketId, Purpose.DOWNLOAD);
        return door.store().presignGet(door.name(), key, DOWNLOAD_VALIDITY, DownloadAs.file(FileKey.lastSegment(key)));
    }

    /**
     * A link by which anybody saves the file, for a while of the person's choice; nobody can take it back before, but
     * the end of the account's reading.
     *
     * @param validity a minute to {@link #LONGEST_LINK}
     */
    public URI link(Membership acting, UUID bucketId, String key, Duration validity) {
        acting.requireWriter();
        var problem = FileKey.problemToKeep(key);
        if (problem != null) throw new InvalidField("key", problem);
        if (validity.compareTo(Duration.ofMinutes(1)) < 0 || validity.compareTo(LONGEST_LINK) > 0)
            throw new InvalidField("validity", "A link is valid for a minute to 7 days.");
        var door = doors.toRead(acting, bucketId, Purpose.DOWNLOAD);
        transactions.executeWithoutResult(_ -> audit.append(
                acting.accountId(), acting.actor(), "link.made", bucketId.toString(), key + " for " + validity));
        return door.store().presignGet(door.name(), key, validity, DownloadAs.file(FileKey.lastSegment(key)));
    }

    /**
     * A link by which a page shows the file in place, valid for five minutes.
     *
     * @throws InvalidField for what has no {@link Preview}
     */
    public URI preview(Membership acting, UUID bucketId, String key) {
        FileKey.require(key);
        var preview =
                Preview.of(key).orElseThrow(() -> new InvalidField("key", "This kind of file is only downloaded."));
        var door = doors.toRead(acting, bucketId, Purpose.DOWNLOAD);
        return door.store().presignGet(door.name(), key, DOWNLOAD_VALIDITY, preview.answer(key));
    }

    /**
     * Keeps an empty folder: an object without bytes whose name ends in "/".
     *
     * @throws InvalidField for what is no key
     */
    public void createFolder(Membership acting, UUID bucketId, String prefix) {
        FileKey.require(prefix);
        var door = doors.toWrite(acting, bucketId);
        door.store().put(door.name(), prefix, new byte[0], "application/x-directory");
    }
}
