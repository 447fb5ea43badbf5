package io.bramble.storage.minio;

import io.bramble.storage.Credentials;
import io.bramble.storage.DeleteFailure;
import io.bramble.storage.ListRequest;
import io.bramble.storage.ObjectPage;
import io.bramble.storage.StoreAddress;
import io.bramble.storage.StoreException;
import io.bramble.storage.StoredObject;
import io.minio.ListObjectsV2Response;
import io.minio.MinioAsyncClient;
import io.minio.messages.DeleteObject;
import io.minio.messages.Item;
import io.minio.messages.ListBucketResultV2;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** Calls whose keys travel in the query or the body, by the MinIO client; one page at a time, which it hides. */
@SuppressWarnings("try") // never closed: all share one HTTP client
final class Batch extends MinioAsyncClient {
    private static final OkHttpClient HTTP = new OkHttpClient.Builder()
            .connectTimeout(Calls.CONNECT)
            .readTimeout(Calls.WHOLE)
            .writeTimeout(Calls.WHOLE)
            .dispatcher(dispatcher())
            .build();

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

    List<DeleteFailure> deleteAll(String bucket, List<String> keys) {
        var objects = keys.stream().map(DeleteObject::new).toList();
        return call(bucket, () -> deleteObjectsAsync(bucket, region, objects, true, false, null, null))
                .result()
                .errorList()
                .stream()
                .map(error -> new DeleteFailure(error.objectName(), error.code(), error.message()))
                .toList();
    }

    <T> T call(String bucket, Call<T> call) {
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
