package io.bramble.storage.minio;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bramble.storage.Credentials;
import io.bramble.storage.DeleteFailure;
import io.bramble.storage.ListRequest;
import io.bramble.storage.ObjectPage;
import io.bramble.storage.ObjectVersion;
import io.bramble.storage.StoreAddress;
import io.bramble.storage.StoreException;
import io.bramble.storage.StoredObject;
import io.bramble.storage.VersionPage;
import io.minio.ListObjectsV2Response;
import io.minio.MinioAsyncClient;
import io.minio.messages.DeleteObject;
import io.minio.messages.Item;
import io.minio.messages.ListBucketResultV2;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Calls whose keys travel in the query or the body, by the MinIO client; one page at a time, which it hides. */
@SuppressWarnings("try") // never closed: all share one HTTP client
final class Batch extends MinioAsyncClient {
    private static final OkHttpClient HTTP = new OkHttpClient.Builder()
            .connectTimeout(Calls.CONNECT)
            .readTimeout(Calls.WHOLE)
            .writeTimeout(Calls.WHOLE)
            .dispatcher(dispatcher())
            .addInterceptor(Batch::tellBusy)
            .build();

    private static final Comparator<ObjectVersion> NEWEST_FIRST = Comparator.comparing(
                    (ObjectVersion version) -> version.id().key(),
                    (a, b) -> Arrays.compareUnsigned(a.getBytes(UTF_8), b.getBytes(UTF_8)))
            .thenComparing(version -> !version.latest())
            .thenComparing(ObjectVersion::modifiedAt, Comparator.reverseOrder());

    private final Duration atMost;

    Batch(StoreAddress address, Credentials credentials, Duration atMost) {
        super(MinioAsyncClient.builder()
                .endpoint(address.internalEndpoint().toString())
                .region(address.region()) // else it asks the engine
                .credentials(credentials.accessKeyId(), credentials.secretKey().reveal())
                .httpClient(HTTP)
                .build());
        this.atMost = atMost;
    }

    /** Virtual threads do not keep the process alive, and 5 calls to one host are too few for a server. */
    private static Dispatcher dispatcher() {
        var dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
        dispatcher.setMaxRequestsPerHost(dispatcher.getMaxRequests());
        return dispatcher;
    }

    /** A proxy's answer is no XML, and the MinIO client takes it for an engine that it does not understand. */
    private static Response tellBusy(Interceptor.Chain chain) throws IOException {
        var answer = chain.proceed(chain.request());
        if (answer.code() < 500 || answer.header("Content-Type", "").contains("xml")) {
            return answer;
        }
        answer.close();
        throw new IOException("it answered " + answer.code());
    }

    @FunctionalInterface
    interface Call<T> {
        CompletableFuture<T> begin() throws Exception;
    }

    ObjectPage list(String bucket, ListRequest asked) {
        var result = call(bucket, () -> page(bucket, asked)).result();
        var objects =
                result.contents().stream().map(item -> toObject(item, result)).toList();
        var prefixes = result.commonPrefixes().stream()
                .map(prefix -> name(prefix.toItem(), result))
                .toList();
        return new ObjectPage(objects, prefixes, result.isTruncated() ? result.nextContinuationToken() : null);
    }

    private CompletableFuture<ListObjectsV2Response> page(String bucket, ListRequest asked) throws Exception {
        return listObjectsV2Async(
                bucket,
                region,
                asked.delimiter(),
                "url",
                null,
                asked.limit(),
                asked.prefix(),
                asked.continuationToken(),
                false,
                false,
                null,
                null);
    }

    /** In whole seconds, as in the headers of an answer. */
    private static StoredObject toObject(Item item, ListBucketResultV2 page) {
        var etag = item.etag().replace("\"", "");
        return new StoredObject(
                name(item, page),
                item.size(),
                item.lastModified().toInstant().truncatedTo(ChronoUnit.SECONDS),
                etag,
                null);
    }

    private static String name(Item item, ListBucketResultV2 page) {
        item.setEncodingType(page.encodingType());
        return item.objectName();
    }

    VersionPage versions(String bucket, String prefix, ObjectVersion.@Nullable Id after, int limit) {
        var key = after == null ? null : after.key();
        var version = after == null ? null : after.versionId();
        var page = call(
                        bucket,
                        () -> listObjectVersionsAsync(
                                bucket, region, null, "url", key, limit, prefix, version, null, null))
                .result();
        var versions = Stream.<Item>concat(page.contents().stream(), page.deleteMarkers().stream())
                .map(item -> toVersion(item, page.encodingType()))
                .sorted(NEWEST_FIRST)
                .toList();
        return new VersionPage(
                versions,
                page.isTruncated() ? new ObjectVersion.Id(page.nextKeyMarker(), page.nextVersionIdMarker()) : null);
    }

    private static ObjectVersion toVersion(Item item, String encodingType) {
        item.setEncodingType(encodingType);
        return new ObjectVersion(
                new ObjectVersion.Id(item.objectName(), item.versionId()),
                item.isLatest(),
                item.isDeleteMarker(),
                item.size(),
                item.lastModified().toInstant(),
                item.etag() == null ? "" : item.etag().replace("\"", ""));
    }

    List<DeleteFailure> deleteVersions(String bucket, List<ObjectVersion.Id> versions) {
        return delete(
                bucket,
                versions.stream()
                        .map(version -> new DeleteObject(version.key(), version.versionId()))
                        .toList());
    }

    List<DeleteFailure> deleteAll(String bucket, List<String> keys) {
        return delete(bucket, keys.stream().map(DeleteObject::new).toList());
    }

    private List<DeleteFailure> delete(String bucket, List<DeleteObject> objects) {
        return call(bucket, () -> deleteObjectsAsync(bucket, region, objects, true, false, null, null))
                .result()
                .errorList()
                .stream()
                .map(error -> new DeleteFailure(error.objectName(), error.code(), error.message()))
                .toList();
    }

    <T> T call(String bucket, Call<T> call) {
        return Objects.requireNonNull(callForNullable(bucket, call));
    }

    <T> @Nullable T callForNullable(String bucket, Call<T> call) {
        try {
            return Calls.await(call.begin(), atMost);
        } catch (StoreException e) {
            throw e;
        } catch (ExecutionException e) {
            throw Answers.of(root(e), bucket);
        } catch (Exception e) {
            throw Answers.of(e, bucket);
        }
    }

    private static Throwable root(Throwable problem) {
        var cause = problem.getCause();
        return cause != null && (problem instanceof ExecutionException || problem instanceof CompletionException)
                ? root(cause)
                : problem;
    }
}
