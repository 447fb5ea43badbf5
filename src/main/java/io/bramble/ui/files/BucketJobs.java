package io.bramble.ui.files;

import io.bramble.account.Membership;
import io.bramble.bucket.BucketChanges;
import io.bramble.bucket.BucketQuery;
import io.bramble.bucket.BucketState;
import io.bramble.bucket.BucketView;
import io.bramble.bucket.Buckets;
import io.bramble.bucket.Destination;
import io.bramble.bucket.Duplicates;
import io.bramble.bucket.NewDescription;
import io.bramble.bucket.ObjectJob;
import io.bramble.bucket.ObjectJobs;
import io.bramble.bucket.ObjectSelection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Work in the background on one bucket's objects, as one member may begin, see and stop it. */
record BucketJobs(Membership acting, BucketView bucket, ObjectJobs all, Buckets others, BucketChanges changes) {
    private static final int MOST_BUCKETS = 1000;

    /** Where the screen asks. */
    @Component
    static final class Modules {
        private final ObjectJobs jobs;
        private final Buckets buckets;
        private final BucketChanges changes;

        Modules(ObjectJobs jobs, Buckets buckets, BucketChanges changes) {
            this.jobs = jobs;
            this.buckets = buckets;
            this.changes = changes;
        }

        BucketJobs of(Membership acting, BucketView bucket) {
            return new BucketJobs(acting, bucket, jobs, buckets, changes);
        }
    }

    boolean mayWrite() {
        return acting.role().writes();
    }

    /** Where files can be put, this one first. */
    List<BucketView> buckets() {
        var ready = others.list(acting, BucketQuery.after(null, MOST_BUCKETS)).stream()
                .filter(other ->
                        other.state() == BucketState.READY && !other.id().equals(bucket.id()));
        return Stream.concat(Stream.of(bucket), ready).toList();
    }

    ObjectJob delete(ObjectSelection what) {
        return all.delete(acting, bucket.id(), what);
    }

    ObjectJob copy(UUID fromBucket, ObjectSelection what, Destination to) {
        return all.copy(acting, fromBucket, what, to);
    }

    ObjectJob move(UUID fromBucket, ObjectSelection what, Destination to) {
        return all.move(acting, fromBucket, what, to);
    }

    ObjectJob rename(String key, String name, Duplicates duplicates) {
        return all.rename(acting, bucket.id(), key, name, duplicates);
    }

    ObjectJob describe(ObjectSelection what, NewDescription description) {
        return all.describe(acting, bucket.id(), what, description);
    }

    /** Whenever it was deleted. */
    ObjectJob undelete(ObjectSelection what) {
        return all.undelete(acting, bucket.id(), what, Instant.EPOCH);
    }

    ObjectJob clearVersions() {
        return all.clearVersions(acting, bucket.id(), "");
    }

    ObjectJob abortUploads() {
        return all.abortUploads(acting, bucket.id(), "");
    }

    /** Newest first. */
    List<ObjectJob> latest() {
        return all.latest(acting, bucket.id());
    }

    ObjectJob undo(UUID id) {
        return all.undo(acting, id);
    }

    void stop(UUID id) {
        all.stop(acting, id);
    }

    void dismiss(UUID id) {
        all.dismiss(acting, id);
    }

    List<ObjectJob.Failure> failures(UUID id) {
        return all.failures(acting, id);
    }
}
