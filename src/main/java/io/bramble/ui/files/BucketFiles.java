package io.bramble.ui.files;

import io.bramble.account.Membership;
import io.bramble.bucket.BucketView;
import io.bramble.bucket.Files;
import io.bramble.bucket.FolderDeletion;
import io.bramble.bucket.FolderDeletions;
import io.bramble.bucket.Settings;
import io.bramble.bucket.Uploads;
import io.bramble.security.CurrentUser;
import io.bramble.storage.DeleteFailure;
import io.bramble.storage.ListRequest;
import io.bramble.storage.ObjectPage;
import io.bramble.ui.parts.Leave;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The files of one bucket as one member reaches them. */
record BucketFiles(
        Membership acting,
        BucketView bucket,
        Files files,
        Uploads uploads,
        FolderDeletions deletions,
        Settings settings,
        Leave leave) {
    /** Where the screen asks. */
    @Component
    static final class Modules {
        private final CurrentUser currentUser;
        private final Files files;
        private final Uploads uploads;
        private final FolderDeletions deletions;
        private final Settings settings;
        private final Leave leave;

        Modules(
                CurrentUser currentUser,
                Files files,
                Uploads uploads,
                FolderDeletions deletions,
                Settings settings,
                Leave leave) {
            this.currentUser = currentUser;
            this.files = files;
            this.uploads = uploads;
            this.deletions = deletions;
            this.settings = settings;
            this.leave = leave;
        }

        BucketFiles filesOf(BucketView bucket) {
            return new BucketFiles(currentUser.membership(), bucket, files, uploads, deletions, settings, leave);
        }
    }

    boolean keepsVersions() {
        return settings.get(acting, bucket.id()).wished().versioning();
    }

    boolean mayWrite() {
        return acting.role().writes();
    }

    ObjectPage list(ListRequest request) {
        return files.list(acting, bucket.id(), request);
    }

    URI download(String key) {
        return files.download(acting, bucket.id(), key);
    }

    List<DeleteFailure> delete(List<String> keys) {
        return files.delete(acting, bucket.id(), keys);
    }

    void createFolder(String prefix) {
        files.createFolder(acting, bucket.id(), prefix);
    }

    UploadStart startUpload(String folder, List<String> names) {
        return UploadStart.of(uploads.plan(acting, bucket.id()), folder, names, this::list);
    }

    FolderDeletion deleteFolder(String prefix) {
        return deletions.begin(acting, bucket.id(), prefix);
    }

    FolderDeletion deletion(UUID id) {
        return deletions.get(acting, id);
    }

    List<FolderDeletion> deletionsUnderWay() {
        return deletions.latest(acting, bucket.id()).stream()
                .filter(each -> each.state() == FolderDeletion.State.RUNNING)
                .toList();
    }
}
