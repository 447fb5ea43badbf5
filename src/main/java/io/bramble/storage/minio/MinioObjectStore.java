package io.bramble.storage.minio;

import io.bramble.storage.Capability;
import io.bramble.storage.Checksum;
import io.bramble.storage.Credentials;
import io.bramble.storage.DeleteFailure;
import io.bramble.storage.DownloadAs;
import io.bramble.storage.ListRequest;
import io.bramble.storage.MultipartStore;
import io.bramble.storage.ObjectCopy;
import io.bramble.storage.ObjectDetails;
import io.bramble.storage.ObjectPage;
import io.bramble.storage.ObjectStore;
import io.bramble.storage.SignedPut;
import io.bramble.storage.StoreAddress;
import io.bramble.storage.StoreException;
import io.bramble.storage.StoreException.Changed;
import io.bramble.storage.StoreException.NoSuchBucket;
import io.bramble.storage.StoreException.TooLarge;
import io.bramble.storage.StoredObject;
import io.bramble.storage.VersionStore;
import io.bramble.storage.minio.Requests.Target;
import io.minio.messages.Tags;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** S3 of any engine, seen with one access key. */
public final class MinioObjectStore implements ObjectStore {
    private static final int NOT_FOUND = 404;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final Map<String, String> TAGGING = Map.of("tagging", "");
    private static final Map<String, String> WITH_CHECKSUMS = Map.of("x-amz-checksum-mode", "ENABLED");
    private static final byte[] NOTHING = new byte[0];

    private final Requests requests;
    private final Batch batch;

    private MinioObjectStore(StoreAddress address, Credentials credentials) {
        this.requests = new Requests(address, credentials);
        this.batch = new Batch(address, credentials, Calls.WHOLE);
    }

    public static MinioObjectStore open(StoreAddress address, Credentials credentials) {
        return new MinioObjectStore(address, credentials);
    }

    @Override
    public ObjectPage list(String bucket, ListRequest request) {
        return batch.list(bucket, request);
    }

    /** Every answer says it; this one says nothing else of interest. */
    @Override
    public Instant time(String bucket) {
        var answer = requests.aboutBucket(bucket, Map.of("location", ""));
        return Headers.time(answer, "date");
    }

    @Override
    public Optional<StoredObject> head(String bucket, String key) {
        return stat(bucket, key).map(ObjectDetails::object);
    }

    @Override
    public Optional<ObjectDetails> stat(String bucket, String key) {
        var target = Target.of(bucket, key);
        var answer = requests.send("HEAD", target, WITH_CHECKSUMS, NOTHING);
        return answer.statusCode() == NOT_FOUND
                ? Optional.empty()
                : Optional.of(Headers.describe(key, Requests.checked(answer, target)));
    }

    @Override
    public void put(String bucket, String key, byte[] content, String contentType) {
        requests.done("PUT", Target.of(bucket, key), Map.of("content-type", contentType), content);
    }

    /** Asks for one byte more than allowed; of an empty object no range can be had. */
    @Override
    public byte[] get(String bucket, String key, int maxBytes) {
        var target = Target.of(bucket, key);
        var answer = requests.send("GET", target, Map.of("range", "bytes=0-" + maxBytes), NOTHING);
        if (answer.statusCode() == RANGE_NOT_SATISFIABLE) {
            return NOTHING;
        }
        var content = Requests.checked(answer, target).body();
        if (content.length > maxBytes) {
            throw new TooLarge(key, maxBytes);
        }
        return content;
    }

    @Override
    public void delete(String bucket, String key) {
        requests.done("DELETE", Target.of(bucket, key));
    }

    /** A key that XML cannot carry goes alone. */
    @Override
    public List<DeleteFailure> deleteAll(String bucket, List<String> keys) {
        keys.forEach(key -> requests.check(bucket, key));
        var failures = new ArrayList<DeleteFailure>();
        var plain = new ArrayList<String>();
        for (var key : keys) {
            if (XmlText.carries(key)) {
                plain.add(key);
            } else {
                deleteOne(bucket, key).ifPresent(failures::add);
            }
        }
        if (!plain.isEmpty()) {
            failures.addAll(batch.deleteAll(bucket, plain));
        }
        return failures;
    }

    private Optional<DeleteFailure> deleteOne(String bucket, String key) {
        try {
            delete(bucket, key);
            return Optional.empty();
        } catch (NoSuchBucket e) {
            throw e;
        } catch (StoreException e) {
            return Optional.of(new DeleteFailure(key, e.getClass().getSimpleName(), String.valueOf(e.getMessage())));
        }
    }

    /** An engine that cannot do this as one step has looked a moment before. */
    @Override
    public void deleteIfUnchanged(String bucket, StoredObject seen) {
        var now = head(bucket, seen.key());
        if (now.isEmpty()) {
            return; // as wanted
        }
        if (!now.get().etag().equals(seen.etag()) || !now.get().modifiedAt().equals(seen.modifiedAt())) {
            throw new Changed(seen.key());
        }
        var unchanged = Map.of("if-match", "\"" + seen.etag() + "\"");
        requests.done("DELETE", Target.of(bucket, seen.key()), unchanged, NOTHING);
    }

    @Override
    public void copy(String bucket, String fromKey, String toKey) {
        requests.check(bucket, fromKey);
        var headers = Map.of("x-amz-copy-source", ObjectPath.escape(bucket + "/" + fromKey, true));
        var answer = requests.send("PUT", Target.of(bucket, toKey), headers, NOTHING);
        Requests.checked(answer, Target.of(bucket, fromKey));
        Answers.refuseLateError(answer, bucket, fromKey);
    }

    @Override
    public void copy(ObjectCopy copy) {
        new Copies(requests).make(copy);
    }

    @Override
    public Map<String, String> tags(String bucket, String key) {
        requests.require(Capability.OBJECT_TAGS);
        var tags = Requests.read(Tags.class, requests.done("GET", new Target(bucket, key, TAGGING)));
        return tags.get();
    }

    @Override
    public void tags(String bucket, String key, Map<String, String> tags) {
        requests.require(Capability.OBJECT_TAGS);
        var target = new Target(bucket, key, TAGGING);
        if (tags.isEmpty()) {
            requests.done("DELETE", target);
        } else {
            requests.done("PUT", target, Map.of(), Requests.write(Rules.tags(tags)));
        }
    }

    @Override
    public MultipartStore multipart() {
        return new Parts(requests);
    }

    @Override
    public VersionStore versions() {
        requests.require(Capability.VERSIONING);
        return new Versions(requests, batch);
    }

    @Override
    public URI presignGet(String bucket, String key, Duration validity, DownloadAs as) {
        var target = new Target(bucket, key, ContentDisposition.query(as));
        return requests.presign("GET", target, Map.of(), validity);
    }

    @Override
    public SignedPut presignPut(String bucket, String key, long sizeBytes, String contentType, Duration validity) {
        return presignPut(Target.of(bucket, key), sizeBytes, Map.of("Content-Type", contentType), validity);
    }

    @Override
    public SignedPut presignPut(
            String bucket, String key, long sizeBytes, String contentType, Checksum checksum, Duration validity) {
        requests.require(Capability.CHECKSUMS);
        var headers = Map.of("Content-Type", contentType, checksum.header(), checksum.base64());
        return presignPut(Target.of(bucket, key), sizeBytes, headers, validity);
    }

    private SignedPut presignPut(Target target, long sizeBytes, Map<String, String> headers, Duration validity) {
        return Headers.signed(requests, target, sizeBytes, headers, validity);
    }
}
