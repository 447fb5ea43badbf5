package io.bramble.ui.files;

import io.bramble.account.Membership;
import io.bramble.account.Role;
import io.bramble.bucket.Archive;
import io.bramble.bucket.Archives;
import io.bramble.bucket.BucketView;
import io.bramble.bucket.FileDetails;
import io.bramble.bucket.FileFacts;
import io.bramble.bucket.FileVersions;
import io.bramble.bucket.Files;
import io.bramble.bucket.NewDescription;
import io.bramble.bucket.ObjectSelection;
import io.bramble.bucket.Settings;
import io.bramble.bucket.Shares;
import io.bramble.bucket.UnseenBytes;
import io.bramble.bucket.Uploads;
import io.bramble.security.CurrentUser;
import io.bramble.storage.Capability;
import io.bramble.storage.ListRequest;
import io.bramble.storage.ObjectDetails;
import io.bramble.storage.ObjectPage;
import io.bramble.storage.ObjectVersion;
import io.bramble.storage.StoreException;
import io.bramble.ui.parts.Leave;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The files of one bucket as one member reaches them. */
record BucketFiles(
        Membership acting,
        BucketView bucket,
        Files files,
        Uploads uploads,
        BucketJobs jobs,
        Settings settings,
        Leave leave,
        Inside inside) {
    /** What single files are, were and hide. */
    @Component
    record Inside(FileDetails details, FileVersions versions, UnseenBytes unseen, Archives archives, Shares shares) {}

    /**
     * All about one file.
     *
     * @param facts null if there is none of that name now
     * @param versions null where the engine keeps none
     */
    record Known(@Nullable FileFacts facts, @Nullable List<ObjectVersion> versions) {}

    /** Where the screen asks. */
    @Component
    static final class Modules {
        private final CurrentUser currentUser;
        private final Files files;
        private final Uploads uploads;
        private final BucketJobs.Modules jobs;
        private final Settings settings;
        private final Leave leave;
        private final Inside inside;

        Modules(
                CurrentUser currentUser,
                Files files,
                Uploads uploads,
                BucketJobs.Modules jobs,
                Settings settings,
                Leave leave,
                Inside inside) {
            this.currentUser = currentUser;
            this.files = files;
            this.uploads = uploads;
            this.jobs = jobs;
            this.settings = settings;
            this.leave = leave;
            this.inside = inside;
        }

        BucketFiles filesOf(BucketView bucket) {
            var acting = currentUser.membership();
            return new BucketFiles(acting, bucket, files, uploads, jobs.of(acting, bucket), settings, leave, inside);
        }
    }

    boolean keepsVersions() {
        return settings.get(acting, bucket.id()).wished().versioning();
    }

    boolean mayWrite() {
        return acting.role().writes();
    }

    boolean mayEmpty() {
        return acting.role() == Role.OWNER || acting.role() == Role.ADMIN;
    }

    ObjectPage list(ListRequest request) {
        return files.list(acting, bucket.id(), request);
    }

    /** One page of a place; {@link Page#next} leads on. */
    Page read(Place place, @Nullable String token) {
        if (!place.isDeleted())
            return Page.of(place, list(place.firstPage(Listing.rowsAfter(token)).after(token)));
        var prefix = place.prefix() + place.startsWith();
        return Page.of(place, inside.versions().deleted(acting, bucket.id(), prefix, Page.version(token)));
    }

    boolean can(Capability capability) {
        return settings.get(acting, bucket.id()).capabilities().has(capability);
    }

    Known know(String key) {
        var versions = can(Capability.VERSIONING) ? inside.versions().of(acting, bucket.id(), key) : null;
        try {
            return new Known(facts(key), versions);
        } catch (StoreException.NoSuchObject gone) {
            return new Known(null, versions);
        }
    }

    FileFacts facts(String key) {
        return inside.details().get(acting, bucket.id(), key);
    }

    void describe(ObjectDetails seen, NewDescription description) {
        inside.details().describe(acting, bucket.id(), seen, description);
    }

    void tag(String key, Map<String, String> tags) {
        inside.details().tag(acting, bucket.id(), key, tags);
    }

    URI preview(String key) {
        return files.preview(acting, bucket.id(), key);
    }

    Archive archive(ObjectSelection selection, @Nullable String from) {
        return inside.archives().list(acting, bucket.id(), selection, from);
    }

    Shares shares() {
        return inside.shares();
    }

    URI download(ObjectVersion.Id version) {
        return inside.versions().download(acting, bucket.id(), version);
    }

    void restore(ObjectVersion.Id version) {
        inside.versions().restore(acting, bucket.id(), version);
    }

    void erase(ObjectVersion.Id version) {
        inside.versions().erase(acting, bucket.id(), version);
    }

    void undelete(String key) {
        inside.versions().undelete(acting, bucket.id(), key);
    }

    UnseenBytes.Found countUnseen() {
        return inside.unseen().count(acting, bucket.id());
    }

    URI link(String key, Duration validity) {
        return files.link(acting, bucket.id(), key, validity);
    }

    URI download(String key) {
        return files.download(acting, bucket.id(), key);
    }

    void createFolder(String prefix) {
        files.createFolder(acting, bucket.id(), prefix);
    }

    UploadStart startUpload(String folder, List<String> names) {
        return UploadStart.of(uploads.plan(acting, bucket.id()), folder, names, keepsVersions(), this::list);
    }

    ObjectPage listOf(BucketView other, ListRequest request) {
        return files.list(acting, other.id(), request);
    }

    UploadStart renewUpload(UUID uploadId) {
        return UploadStart.again(uploads.renew(acting, uploadId));
    }
}
