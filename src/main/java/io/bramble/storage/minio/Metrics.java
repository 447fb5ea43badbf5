package io.bramble.storage.minio;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bramble.storage.Credentials;
import io.bramble.storage.StoreException.Refused;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Pages of counters of one process, as text for Prometheus, version 3 of MinIO's: version 2 ends after 100 buckets. */
final class Metrics {
    private static final Pattern LINE = Pattern.compile("(?<name>\\w+)(?:\\{(?<labels>.*)})? (?<value>\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final Duration TOKEN_VALIDITY = Duration.ofMinutes(1);

    private final Credentials root;
    private final Clock clock;

    Metrics(Credentials root, Clock clock) {
        this.root = root;
        this.clock = clock;
    }

    /** One counter; values are printed as floating point. */
    record Sample(String name, Map<String, String> labels, BigDecimal value) {
        String label(String label) {
            return labels.getOrDefault(label, "");
        }

        /** A fraction would mean that what we believe about the number is wrong. */
        long whole() {
            try {
                return value.longValueExact();
            } catch (ArithmeticException e) {
                throw new Refused("Unreadable", "The counter " + name + " is no whole number: " + value, e);
            }
        }
    }

    List<Sample> page(URI node, String path) {
        var request = HttpRequest.newBuilder(node.resolve("/minio/metrics/v3" + path))
                .header("authorization", "Bearer " + token())
                .timeout(Calls.ADMIN)
                .build();
        return parse(new String(AdminCalls.checked(Calls.send(request, Calls.ADMIN)), UTF_8));
    }

    static List<Sample> parse(String page) {
        return page.lines()
                .map(LINE::matcher)
                .filter(line -> line.matches())
                .map(line -> new Sample(
                        line.group("name"), labels(line.group("labels")), new BigDecimal(line.group("value"))))
                .toList();
    }

    private static Map<String, String> labels(@org.jspecify.annotations.Nullable String text) {
        return text == null
                ? Map.of()
                : LABEL.matcher(text)
                        .results()
                        .collect(Collectors.toMap(label -> label.group(1), label -> label.group(2)));
    }

    private String token() {
        var expires = clock.instant().plus(TOKEN_VALIDITY).getEpochSecond();
        var claims = Map.of("exp", expires, "sub", root.accessKeyId(), "iss", "prometheus");
        var head = base64("{\"alg\":\"HS512\",\"typ\":\"JWT\"}".getBytes(UTF_8)) + "."
                + base64(AdminCalls.JSON.writeValueAsBytes(claims));
        return head + "." + base64(hmac(head));
    }

    private byte[] hmac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(root.secretKey().reveal().getBytes(UTF_8), "HmacSHA512"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
