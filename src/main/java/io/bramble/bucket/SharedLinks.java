package io.bramble.bucket;

import io.bramble.account.AccountScope;
import io.bramble.storage.DownloadAs;
import io.bramble.storage.ListRequest;
import io.bramble.storage.StoredObject;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Links as those see them who were given one: no account, no session. Each call checks the link anew, then talks to the
 * engine for at most some seconds. All throw {@link ShareGone} for what does not work, {@link ShareLocked} without the
 * password's proof, and {@link io.bramble.storage.StoreException} when the engine does not play along.
 */
@Component
public class SharedLinks {
    private static final Duration VALIDITY = Duration.ofMinutes(5);
    private static final Duration COUNTED_VALIDITY = Duration.ofMinutes(1);
    private static final int PAGE = 200;
    private static final int BATCH = 1000;

    private final ShareDoor door;
    private final Doors doors;
    private final Uploads uploads;

    SharedLinks(ShareDoor door, Doors doors, Uploads uploads) {
        this.door = door;
        this.doors = doors;
        this.uploads = uploads;
    }

    /** @param proof of {@link #unlock}; empty for none */
    public Share open(String token, String proof) {
        return enter(token, proof).share();
    }

    /**
     * Takes a link's password.
     *
     * @return a proof for the other calls; empty where there is no password
     * @throws WrongPassword also after ten wrong ones, for five minutes
     */
    public String unlock(String token, String password) {
        var held = AccountScope.platform(() -> door.knock(token));
        var proof = door.compare(held, password);
        AccountScope.platform(() -> door.welcome(held));
        return proof;
    }

    /**
     * One page of a shared folder.
     *
     * @param below empty, or a folder's path below what is shared
     * @param after {@link SharedFolder#next()}, null for the first page
     * @throws ShareGone also for a folder that is not there: not even its own marker is
     */
    public SharedFolder list(String token, String proof, String below, @Nullable String after) {
        var entry = folder(token, proof, below);
        var root = entry.share().path();
        var store = open(entry, Purpose.MANAGE);
        var page = Canary.hide(store.store()
                .list(store.name(), ListRequest.folder(root + below, PAGE).after(after)));
        var isThere = !page.objects().isEmpty() || !page.commonPrefixes().isEmpty();
        if (!isThere && after == null && !(root + below).isEmpty()) throw ShareGone.folder();
        var folders = page.commonPrefixes().stream().map(key -> key.substring(root.length()));
        var files = page.objects().stream()
                .filter(object -> !object.key().endsWith("/"))
                .map(object -> file(object, root));
        return new SharedFolder(folders.toList(), files.toList(), page.nextToken());
    }

    /**
     * What a browser packs into one archive: all that is below a folder, with paths below what is shared.
     *
     * @param below empty, or a folder's path below what is shared
     * @param after {@link Archive#next()}, null for the beginning
     * @throws ShareGone also where downloads are limited: an archive is many
     */
    public Archive archive(String token, String proof, String below, @Nullable String after) {
        var entry = folder(token, proof, below);
        if (entry.share().mostDownloads() != null) throw ShareGone.file();
        var root = entry.share().path();
        var store = open(entry, Purpose.MANAGE);
        var page = Canary.hide(store.store()
                .list(store.name(), ListRequest.subtree(root + below, BATCH).after(after)));
        var entries = page.objects().stream()
                .filter(object -> object.key().length() > root.length())
                .map(object -> Archive.Entry.of(object, root));
        return new Archive(entries.toList(), page.nextToken());
    }

    /** @param below the file's path below what is shared; empty where that is the file itself */
    public SharedFile file(String token, String proof, String below) {
        var entry = enter(token, proof);
        return file(object(entry, below), entry.share().path());
    }

    /** A link by which a browser saves the file; counted, and good for five minutes, or one where it is counted against. */
    public URI download(String token, String proof, String below) {
        var entry = enter(token, proof);
        var key = object(entry, below).key();
        var store = open(entry, Purpose.DOWNLOAD);
        AccountScope.platform(() -> door.handOut(entry.share()));
        var validity = entry.share().mostDownloads() == null ? VALIDITY : COUNTED_VALIDITY;
        return store.store().presignGet(store.name(), key, validity, DownloadAs.file(FileKey.lastSegment(key)));
    }

    /**
     * A link by which a browser shows the file in place.
     *
     * @throws ShareGone for what has no {@link Preview}, and where downloads are limited
     */
    public URI preview(String token, String proof, String below) {
        var entry = enter(token, proof);
        if (entry.share().mostDownloads() != null) throw ShareGone.file();
        var key = key(entry, below);
        var preview = Preview.of(key).orElseThrow(ShareGone::file);
        var store = open(entry, Purpose.DOWNLOAD);
        return store.store().presignGet(store.name(), key, VALIDITY, preview.answer(key));
    }

    /**
     * Begins an upload into a folder of its own below an upload request's: nobody overwrites what another has sent.
     *
     * @param sender how they call themselves, may be empty
     */
    public UploadPlan receive(String token, String proof, String sender) {
        var entry = enter(token, proof);
        if (entry.share().kind() != Share.Kind.UPLOAD) throw ShareGone.link();
        return AccountScope.platform(() -> uploads.planFor(entry.share(), entry.bucket(), sender));
    }

    private ShareDoor.Entry enter(String token, String proof) {
        return AccountScope.platform(() -> door.enter(token, proof));
    }

    private ShareDoor.Entry folder(String token, String proof, String below) {
        var entry = enter(token, proof);
        var share = entry.share();
        if (share.kind() != Share.Kind.DOWNLOAD || !share.isFolder()) throw ShareGone.file();
        if (!below.isEmpty() && !below.endsWith("/")) throw ShareGone.file();
        return entry;
    }

    private Doors.Door open(ShareDoor.Entry entry, Purpose purpose) {
        return AccountScope.platform(() -> doors.openFor(entry.bucket(), purpose));
    }

    private StoredObject object(ShareDoor.Entry entry, String below) {
        var store = open(entry, Purpose.MANAGE);
        return store.store().head(store.name(), key(entry, below)).orElseThrow(ShareGone::file);
    }

    /** Never outside of what is shared: keys are literal, so a longer path begins with its folder's. */
    private static String key(ShareDoor.Entry entry, String below) {
        var share = entry.share();
        if (share.kind() != Share.Kind.DOWNLOAD || share.isFolder() == below.isEmpty()) throw ShareGone.file();
        var key = share.path() + below;
        if (FileKey.problem(key) != null) throw ShareGone.file();
        return key;
    }

    private static SharedFile file(StoredObject object, String root) {
        return new SharedFile(
                object.key().equals(root) ? "" : object.key().substring(root.length()),
                FileKey.lastSegment(object.key()),
                object.sizeBytes(),
                object.modifiedAt());
    }
}
