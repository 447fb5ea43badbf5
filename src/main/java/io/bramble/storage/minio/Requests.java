package io.bramble.storage.minio;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bramble.storage.Capability;
import io.bramble.storage.Credentials;
import io.bramble.storage.StoreAddress;
import io.bramble.storage.StoreException.Refused;
import io.minio.Xml;
import io.minio.errors.XmlParserException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Requests about one object, whose key stands in the path. */
final class Requests {
    private static final Duration CALL_VALIDITY = Duration.ofMinutes(1);
    private static final byte[] NOTHING = new byte[0];

    private final StoreAddress address;
    private final Credentials credentials;

    Requests(StoreAddress address, Credentials credentials) {
        this.address = address;
        this.credentials = credentials;
    }

    /** An object as a request names it. */
    record Target(String bucket, String key, Map<String, String> query) {
        static Target of(String bucket, String key) {
            return new Target(bucket, key, Map.of());
        }
    }

    boolean can(Capability capability) {
        return address.capabilities().has(capability);
    }

    void require(Capability capability) {
        address.capabilities().require(capability);
    }

    HttpResponse<byte[]> send(String method, Target target) {
        return send(method, target, Map.of(), NOTHING);
    }

    /** Answered by a refusal, too. */
    HttpResponse<byte[]> send(String method, Target target, Map<String, String> headers, byte[] body) {
        return send(method, target, headers, body, Calls.WHOLE);
    }

    HttpResponse<byte[]> send(String method, Target target, Map<String, String> headers, byte[] body, Duration atMost) {
        var uri = sign(method, address.internalEndpoint(), target, headers, CALL_VALIDITY);
        var publisher = body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        var request = HttpRequest.newBuilder(uri).method(method, publisher).timeout(atMost);
        headers.forEach(request::header);
        return Calls.send(request.build(), atMost);
    }

    HttpResponse<byte[]> aboutBucket(String bucket, Map<String, String> query) {
        var uri = new Signature(credentials, address.region(), Instant.now(), CALL_VALIDITY)
                .sign("GET", address.internalEndpoint(), "/" + bucket, query, Map.of());
        var answer = Calls.send(HttpRequest.newBuilder(uri).timeout(Calls.WHOLE).build());
        return checked(answer, new Target(bucket, "", query));
    }

    HttpResponse<byte[]> done(String method, Target target) {
        return checked(send(method, target), target);
    }

    HttpResponse<byte[]> done(String method, Target target, Map<String, String> headers, byte[] body) {
        return checked(send(method, target, headers, body), target);
    }

    HttpResponse<byte[]> done(String method, Target target, Map<String, String> headers, byte[] body, Duration atMost) {
        return checked(send(method, target, headers, body, atMost), target);
    }

    /** For the public endpoint. */
    URI presign(String method, Target target, Map<String, String> headers, Duration validity) {
        return sign(method, address.publicEndpoint(), target, headers, validity);
    }

    private URI sign(String method, URI endpoint, Target target, Map<String, String> headers, Duration validity) {
        var path = ObjectPath.of(target.bucket(), target.key(), address.capabilities());
        return new Signature(credentials, address.region(), Instant.now(), validity)
                .sign(method, endpoint, path, target.query(), headers);
    }

    void check(String bucket, String key) {
        ObjectPath.of(bucket, key, address.capabilities());
    }

    static HttpResponse<byte[]> checked(HttpResponse<byte[]> answer, Target target) {
        if (answer.statusCode() >= 300) {
            throw Answers.of(answer.statusCode(), new String(answer.body(), UTF_8), target.bucket(), target.key());
        }
        return answer;
    }

    static <T> T read(Class<T> type, HttpResponse<byte[]> answer) {
        try {
            return Xml.unmarshal(type, new StringReader(new String(answer.body(), UTF_8)));
        } catch (XmlParserException e) {
            throw new Refused("Unreadable", "The engine answered no XML that S3 knows.", e);
        }
    }

    static byte[] write(Object document) {
        try {
            return Xml.marshal(document).getBytes(UTF_8);
        } catch (XmlParserException e) {
            throw new IllegalStateException(e);
        }
    }
}
