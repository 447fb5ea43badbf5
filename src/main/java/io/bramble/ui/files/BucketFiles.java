package io.bramble.ui.files;

import io.bramble.account.Membership;
import io.bramble.bucket.BucketView;
import io.bramble.bucket.Files;
import io.bramble.bucket.Settings;
import io.bramble.bucket.Uploads;
import io.bramble.security.CurrentUser;
import io.bramble.storage.ListRequest;
import io.bramble.storage.ObjectPage;
import io.bramble.ui.parts.Leave;
import java.net.URI;
import java.util.List;
import org.springframework.stereotype.Component;

/** The files of one bucket as one member reaches them. */
record BucketFiles(
        Membership acting,
        BucketView bucket,
        Files files,
        Uploads uploads,
        BucketJobs jobs,
        Settings settings,
        Leave leave) {
    /** Where the screen asks. */
    @Component
    static final class Modules {
        private final CurrentUser currentUser;
        private final Files files;
        private final Uploads uploads;
        private final BucketJobs.Modules jobs;
        private final Settings settings;
        private final Leave leave;

        Modules(
                CurrentUser currentUser,
                Files files,
                Uploads uploads,
                BucketJobs.Modules jobs,
                Settings settings,
                Leave leave) {
            this.currentUser = currentUser;
            this.files = files;
            this.uploads = uploads;
            this.jobs = jobs;
            this.settings = settings;
            this.leave = leave;
        }

        BucketFiles filesOf(BucketView bucket) {
            var acting = currentUser.membership();
            return new BucketFiles(acting, bucket, files, uploads, jobs.of(acting, bucket), settings, leave);
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

    void createFolder(String prefix) {
        files.createFolder(acting, bucket.id(), prefix);
    }

    UploadStart startUpload(String folder, List<String> names) {
        return UploadStart.of(uploads.plan(acting, bucket.id()), folder, names, this::list);
    }

    ObjectPage listOf(BucketView other, ListRequest request) {
        return files.list(acting, other.id(), request);
    }
}
