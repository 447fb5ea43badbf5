package io.bramble.storage.minio;

import io.bramble.storage.DeleteFailure;
import io.bramble.storage.DownloadAs;
import io.bramble.storage.ObjectVersion;
import io.bramble.storage.StoreException.AccessDenied;
import io.bramble.storage.VersionPage;
import io.bramble.storage.VersionStore;
import io.bramble.storage.minio.Requests.Target;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Older versions of objects. */
final class Versions implements VersionStore {
    private static final byte[] NOTHING = new byte[0];

    private final Requests requests;
    private final Batch batch;

    Versions(Requests requests, Batch batch) {
        this.requests = requests;
        this.batch = batch;
    }

    @Override
    public VersionPage list(String bucket, String prefix, ObjectVersion.@Nullable Id after, int limit) {
        return batch.versions(bucket, prefix, after, limit);
    }

    /** A key that XML cannot carry goes alone. */
    @Override
    public List<DeleteFailure> deleteAll(String bucket, List<ObjectVersion.Id> versions) {
        var failures = new ArrayList<DeleteFailure>();
        var plain = new ArrayList<ObjectVersion.Id>();
        for (var version : versions) {
            if (XmlText.carries(version.key())) {
                plain.add(version);
            } else {
                deleteOne(bucket, version).ifPresent(failures::add);
            }
        }
        if (!plain.isEmpty()) {
            failures.addAll(batch.deleteVersions(bucket, plain));
        }
        return failures;
    }

    private Optional<DeleteFailure> deleteOne(String bucket, ObjectVersion.Id version) {
        try {
            requests.done("DELETE", new Target(bucket, version.key(), Map.of("versionId", version.versionId())));
            return Optional.empty();
        } catch (AccessDenied e) {
            return Optional.of(new DeleteFailure(version.key(), "AccessDenied", String.valueOf(e.getMessage())));
        }
    }

    @Override
    public void restore(String bucket, ObjectVersion.Id version) {
        var source = ObjectPath.escape(bucket + "/" + version.key(), true) + "?versionId=" + version.versionId();
        requests.done("PUT", Target.of(bucket, version.key()), Map.of("x-amz-copy-source", source), NOTHING);
    }

    @Override
    public URI presignGet(String bucket, ObjectVersion.Id version, Duration validity, DownloadAs as) {
        var query = new HashMap<>(ContentDisposition.query(as));
        query.put("versionId", version.versionId());
        return requests.presign("GET", new Target(bucket, version.key(), query), Map.of(), validity);
    }
}
