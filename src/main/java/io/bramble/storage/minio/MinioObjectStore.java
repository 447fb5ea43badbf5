package io.bramble.storage.minio;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bramble.storage.Credentials;
import io.bramble.storage.DeleteFailure;
import io.bramble.storage.DownloadAs;
import io.bramble.storage.ListRequest;
import io.bramble.storage.ObjectPage;
import io.bramble.storage.ObjectStore;
import io.bramble.storage.SignedPut;
import io.bramble.storage.StoreAddress;
import io.bramble.storage.StoreException;
import io.bramble.storage.StoreException.NoSuchBucket;
import io.bramble.storage.StoreException.TooLarge;
import io.bramble.storage.StoredObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** S3 of any engine, seen with one access key. */
public final class MinioObjectStore implements ObjectStore {
    private static final Duration CALL_VALIDITY = Duration.ofMinutes(1);
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final StoreAddress address;
    private final Credentials credentials;
    private final Batch batch;

    private MinioObjectStore(StoreAddress address, Credentials credentials) {
        this.address = address;
        this.credentials = credentials;
        this.batch = new Batch(address, credentials, Calls.WHOLE);
    }

    public static MinioObjectStore open(StoreAddress address, Credentials credentials) {
        return new MinioObjectStore(address, credentials);
    }

    @Override
    public ObjectPage list(String bucket, ListRequest request) {
        return batch.list(bucket, request);
    }

    @Override
    public Optional<StoredObject> head(String bucket, String key) {
        var answer = send("HEAD", bucket, key, Map.of(), BodyPublishers.noBody());
        if (answer.statusCode() == 404) {
            return Optional.empty();
        }
        return Optional.of(describe(key, checked(answer, bucket, key)));
    }

    private static StoredObject describe(String key, HttpResponse<byte[]> answer) {
        var headers = answer.headers();
        var modifiedAt = headers.firstValue("last-modified").orElse("Thu, 01 Jan 1970 00:00:00 GMT");
        return new StoredObject(
                key,
                headers.firstValueAsLong("content-length").orElse(0),
                Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(modifiedAt)),
                headers.firstValue("etag").orElse("").replace("\"", ""),
                headers.firstValue("content-type").orElse(null));
    }

    @Override
    public void put(String bucket, String key, byte[] content, String contentType) {
        var headers = Map.of("content-type", contentType);
        checked(send("PUT", bucket, key, headers, BodyPublishers.ofByteArray(content)), bucket, key);
    }

    /** Asks for one byte more than allowed; of an empty object no range can be had. */
    @Override
    public byte[] get(String bucket, String key, int maxBytes) {
        var answer = send("GET", bucket, key, Map.of("range", "bytes=0-" + maxBytes), BodyPublishers.noBody());
        if (answer.statusCode() == RANGE_NOT_SATISFIABLE) {
            return new byte[0];
        }
        var content = checked(answer, bucket, key).body();
        if (content.length > maxBytes) {
            throw new TooLarge(key, maxBytes);
        }
        return content;
    }

    @Override
    public void delete(String bucket, String key) {
        checked(send("DELETE", bucket, key, Map.of(), BodyPublishers.noBody()), bucket, key);
    }

    /** A key that XML cannot carry goes alone. */
    @Override
    public List<DeleteFailure> deleteAll(String bucket, List<String> keys) {
        keys.forEach(key -> path(bucket, key));
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

    @Override
    public void copy(String bucket, String fromKey, String toKey) {
        path(bucket, fromKey);
        var source = ObjectPath.escape(bucket + "/" + fromKey, true);
        var answer = send("PUT", bucket, toKey, Map.of("x-amz-copy-source", source), BodyPublishers.noBody());
        checked(answer, bucket, fromKey);
    }

    @Override
    public URI presignGet(String bucket, String key, Duration validity, DownloadAs as) {
        var query = new HashMap<String, String>();
        if (as.fileName() != null) {
            query.put("response-content-disposition", ContentDisposition.attachment(as.fileName()));
        }
        if (as.contentType() != null) {
            query.put("response-content-type", as.contentType());
        }
        return signature(validity).sign("GET", address.publicEndpoint(), path(bucket, key), query, Map.of());
    }

    @Override
    public SignedPut presignPut(String bucket, String key, long sizeBytes, String contentType, Duration validity) {
        var signed = Map.of("content-type", contentType, "content-length", Long.toString(sizeBytes));
        var uri = signature(validity).sign("PUT", address.publicEndpoint(), path(bucket, key), Map.of(), signed);
        return new SignedPut(uri, Map.of("Content-Type", contentType));
    }

    private HttpResponse<byte[]> send(
            String method, String bucket, String key, Map<String, String> headers, BodyPublisher body) {
        var uri =
                signature(CALL_VALIDITY).sign(method, address.internalEndpoint(), path(bucket, key), Map.of(), headers);
        var request = HttpRequest.newBuilder(uri).method(method, body).timeout(Calls.WHOLE);
        headers.forEach(request::header);
        return Calls.send(request.build());
    }

    private String path(String bucket, String key) {
        return ObjectPath.of(bucket, key, address.capabilities());
    }

    private Signature signature(Duration validity) {
        return new Signature(credentials, address.region(), Instant.now(), validity);
    }

    private static HttpResponse<byte[]> checked(HttpResponse<byte[]> answer, String bucket, String key) {
        if (answer.statusCode() >= 300) {
            throw Answers.of(answer.statusCode(), new String(answer.body(), UTF_8), bucket, key);
        }
        return answer;
    }
}
