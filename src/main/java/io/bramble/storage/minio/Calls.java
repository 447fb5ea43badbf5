package io.bramble.storage.minio;

import io.bramble.storage.StoreException.StoreUnavailable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Sends, and gives up in time: 3 s to connect, 10 s in all for objects, 5 s for administration. */
final class Calls {
    static final Duration CONNECT = Duration.ofSeconds(3);
    static final Duration WHOLE = Duration.ofSeconds(10);
    static final Duration ADMIN = Duration.ofSeconds(5);

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private Calls() {}

    static HttpResponse<byte[]> send(HttpRequest request) {
        return send(request, WHOLE);
    }

    static HttpResponse<byte[]> send(HttpRequest request, Duration atMost) {
        try {
            return await(HTTP.sendAsync(request, BodyHandlers.ofByteArray()), atMost);
        } catch (ExecutionException e) {
            throw unreachable(request.uri(), e.getCause() instanceof IOException io ? io : e);
        }
    }

    static <T> T await(Future<T> answer, Duration atMost) throws ExecutionException {
        try {
            return answer.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new StoreUnavailable("The engine gave no answer within " + atMost.toSeconds() + " seconds.", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("Interrupted while waiting for the engine.", e);
        }
    }

    /** The host only: the rest of a signed URL opens the object. */
    private static StoreUnavailable unreachable(URI uri, Exception cause) {
        var engine = "The engine at " + uri.getAuthority();
        return cause instanceof SSLException
                ? new StoreUnavailable(
                        engine + " shows a certificate that is not trusted: " + cause.getMessage(), cause)
                : new StoreUnavailable(engine + " cannot be reached.", cause);
    }
}
