package io.bramble.bucket;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.bramble.account.Membership;
import io.bramble.storage.DeleteFailure;
import io.bramble.storage.DownloadAs;
import io.bramble.storage.ObjectVersion;
import io.bramble.storage.StoreException;
import io.bramble.storage.VersionStore;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What files were before, and files that are deleted, in buckets that keep versions. Not transactional: each call checks
 * first, then talks to the engine. All throw {@link StoreException.NotSupportedByEngine} where the engine keeps none.
 */
@Component
public class FileVersions {
    /** How many versions of one file are told. */
    public static final int MOST = 1000;

    private static final Duration DOWNLOAD_VALIDITY = Duration.ofMinutes(5);
    private static final int PAGE = 1000;

    private final Doors doors;

    FileVersions(Doors doors) {
        this.doors = doors;
    }

    /** The versions and delete markers of one file, newest first; {@value #MOST} at most. */
    public List<ObjectVersion> of(Membership acting, UUID bucketId, String key) {
        var door = doors.toRead(acting, bucketId, Purpose.MANAGE);
        return of(door.store().versions(), door.name(), key);
    }

    private static List<ObjectVersion> of(VersionStore store, String bucket, String key) {
        var found = new ArrayList<ObjectVersion>();
        ObjectVersion.@Nullable Id after = null;
        do {
            var page = store.list(bucket, key, after, PAGE);
            page.versions().stream()
                    .filter(version -> version.id().key().equals(key))
                    .forEach(found::add);
            after = page.next();
        } while (after != null && after.key().equals(key) && found.size() < MOST);
        return found.stream().limit(MOST).toList();
    }

    /** A link by which a browser saves that version, valid for five minutes. */
    public URI download(Membership acting, UUID bucketId, ObjectVersion.Id version) {
        FileKey.require(version.key());
        var door = doors.toRead(acting, bucketId, Purpose.DOWNLOAD);
        var as = DownloadAs.file(FileKey.lastSegment(version.key()));
        return door.store().versions().presignGet(door.name(), version, DOWNLOAD_VALIDITY, as);
    }

    /** Makes that version the newest again, by a copy; the others stay. */
    public void restore(Membership acting, UUID bucketId, ObjectVersion.Id version) {
        FileKey.require(version.key());
        var door = doors.toWrite(acting, bucketId);
        door.store().versions().restore(door.name(), version);
    }

    /**
     * Erases one version for good.
     *
     * @throws StoreException.AccessDenied if it is locked
     */
    public void erase(Membership acting, UUID bucketId, ObjectVersion.Id version) {
        FileKey.require(version.key());
        var door = doors.toDelete(acting, bucketId, "version.erased", version.key() + " " + version.versionId());
        requireNone(door.store().versions().deleteAll(door.name(), List.of(version)));
    }

    /**
     * One page of what is deleted below a prefix; it may hold fewer than there are, even none, and still be followed.
     *
     * @param after {@link DeletedFile.Page#next()}, null for the first page
     */
    public DeletedFile.Page deleted(Membership acting, UUID bucketId, String prefix, ObjectVersion.@Nullable Id after) {
        var door = doors.toRead(acting, bucketId, Purpose.MANAGE);
        var page = door.store().versions().list(door.name(), prefix, after, PAGE);
        var byKey = page.versions().stream()
                .filter(version -> !Canary.owns(version.id().key()))
                .collect(groupingBy(version -> version.id().key(), LinkedHashMap::new, toList()));
        var files = new ArrayList<DeletedFile>();
        byKey.forEach((key, versions) -> {
            var goesOn = page.next() != null && page.next().key().equals(key);
            var newest = versions.getFirst();
            if (!newest.latest() || !newest.deleteMarker()) return;
            var content =
                    versions.stream().filter(version -> !version.deleteMarker()).findFirst();
            if (content.isEmpty() && !goesOn) return; // a marker of nothing
            files.add(new DeletedFile(
                    key,
                    newest.modifiedAt(),
                    content.map(ObjectVersion::sizeBytes).orElse(null)));
        });
        return new DeletedFile.Page(files, page.next());
    }

    /**
     * Brings a file back as it was, by removing its delete markers; many go by {@link ObjectJobs#undelete}.
     *
     * @throws StoreException.AccessDenied if one is locked
     */
    public void undelete(Membership acting, UUID bucketId, String key) {
        FileKey.require(key);
        var door = doors.toDelete(acting, bucketId, "file.restored", key);
        var store = door.store().versions();
        markers(store, door.name(), key).stream()
                .map(ObjectVersion::id)
                .gather(Gatherers.windowFixed(PAGE))
                .forEach(markers -> requireNone(store.deleteAll(door.name(), markers)));
    }

    /** What hides a deleted file: the markers above its newest content, newest first; none if it is not hidden. */
    static List<ObjectVersion> markers(VersionStore store, String bucket, String key) {
        var found = new ArrayList<ObjectVersion>();
        ObjectVersion.@Nullable Id after = null;
        do {
            var page = store.list(bucket, key, after, PAGE);
            for (var version : page.versions()) {
                if (!version.deleteMarker() || !version.id().key().equals(key)) return found;
                found.add(version);
            }
            after = page.next();
        } while (after != null);
        return found;
    }

    private static void requireNone(List<DeleteFailure> failures) {
        if (!failures.isEmpty())
            throw new StoreException.AccessDenied(failures.getFirst().reason());
    }
}
