package io.bramble.storage.minio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.joining;

import io.bramble.storage.Credentials;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a request, into its URL or its headers; a pure function.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html">Signature version 4</a>
 */
record Signature(Credentials credentials, String region, Instant at, Duration validity) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(UTC);

    /**
     * A URL that carries its signature.
     *
     * @param path escaped; signed as it is sent
     * @param headers the request must have, besides the host
     */
    URI sign(String method, URI endpoint, String path, Map<String, String> query, Map<String, String> headers) {
        var signed = new TreeMap<>(headers);
        signed.put("host", host(endpoint));
        var all = new TreeMap<>(query);
        all.put("X-Amz-Algorithm", "AWS4-HMAC-SHA256");
        all.put("X-Amz-Credential", credentials.accessKeyId() + "/" + scope());
        all.put("X-Amz-Date", TIME.format(at));
        all.put("X-Amz-Expires", Long.toString(validity.toSeconds()));
        all.put("X-Amz-SignedHeaders", String.join(";", signed.keySet()));
        var queryString = queryString(all);
        var request = canonical(method, path, queryString, signed, "UNSIGNED-PAYLOAD");
        var url = endpoint.getScheme() + "://" + host(endpoint) + path + "?" + queryString;
        return URI.create(url + "&X-Amz-Signature=" + signature(request));
    }

    /** A request that carries its signature, also over the body, in headers: the only form that administration takes. */
    HttpRequest.Builder request(String method, URI endpoint, String path, Map<String, String> query, byte[] body) {
        var queryString = queryString(new TreeMap<>(query));
        var sha256 = hex(sha256(body));
        var headers = new TreeMap<>(
                Map.of("host", host(endpoint), "x-amz-content-sha256", sha256, "x-amz-date", TIME.format(at)));
        var names = String.join(";", headers.keySet());
        var signature = signature(canonical(method, path, queryString, headers, sha256));
        var authorization = "AWS4-HMAC-SHA256 Credential=" + credentials.accessKeyId() + "/" + scope()
                + ",SignedHeaders=" + names + ",Signature=" + signature;
        var url = endpoint.getScheme() + "://" + host(endpoint) + path + (query.isEmpty() ? "" : "?" + queryString);
        return HttpRequest.newBuilder(URI.create(url))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .header("x-amz-content-sha256", sha256)
                .header("x-amz-date", TIME.format(at))
                .header("authorization", authorization);
    }

    private String signature(String canonicalRequest) {
        var text = "AWS4-HMAC-SHA256\n" + TIME.format(at) + "\n" + scope() + "\n"
                + hex(sha256(canonicalRequest.getBytes(UTF_8)));
        return hex(hmac(key(), text));
    }

    private static String canonical(
            String method, String path, String query, SortedMap<String, String> headers, String payload) {
        var lines = headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue().strip() + "\n")
                .collect(joining());
        var names = String.join(";", headers.keySet());
        return String.join("\n", method, path, query, lines, names, payload);
    }

    private static String queryString(SortedMap<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> ObjectPath.escape(parameter.getKey(), false) + "="
                        + ObjectPath.escape(parameter.getValue(), false))
                .collect(joining("&"));
    }

    /** Without the scheme's own port, which browsers leave out of the Host header. */
    private static String host(URI endpoint) {
        var usual = endpoint.getScheme().equals("https") ? 443 : 80;
        var port = endpoint.getPort();
        return port < 0 || port == usual ? endpoint.getHost() : endpoint.getHost() + ":" + port;
    }

    private String scope() {
        return DAY.format(at) + "/" + region + "/s3/aws4_request";
    }

    private byte[] key() {
        var secret = ("AWS4" + credentials.secretKey().reveal()).getBytes(UTF_8);
        var day = hmac(secret, DAY.format(at));
        return hmac(hmac(hmac(day, region), "s3"), "aws4_request");
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
