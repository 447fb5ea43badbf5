package io.bramble.storage.minio;

import static org.assertj.core.api.Assertions.assertThat;

import io.bramble.storage.Credentials;
import io.bramble.storage.SecretKey;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final Credentials EXAMPLE =
            new Credentials("AKIAIOSFODNN7EXAMPLE", SecretKey.of("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"));
    private static final Signature SIGNATURE =
            new Signature(EXAMPLE, "us-east-1", Instant.parse("2013-05-24T00:00:00Z"), Duration.ofDays(1));

    /** The example of Amazon's own manual. */
    @Test
    void it_is_the_signature_of_the_manual() {
        var signed = SIGNATURE.sign(
                "GET", URI.create("https://examplebucket.s3.amazonaws.com"), "/test.txt", Map.of(), Map.of());

        assertThat(signed)
                .hasToString("https://examplebucket.s3.amazonaws.com/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256"
                        + "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
                        + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
                        + "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404");
    }

    @Test
    void the_usual_port_is_left_out_as_browsers_do() {
        var plain = SIGNATURE.sign("GET", URI.create("http://s3.example.org"), "/b/k", Map.of(), Map.of());

        assertThat(SIGNATURE.sign("GET", URI.create("http://s3.example.org:80"), "/b/k", Map.of(), Map.of()))
                .isEqualTo(plain);
        assertThat(SIGNATURE.sign("GET", URI.create("http://s3.example.org:443"), "/b/k", Map.of(), Map.of()))
                .hasAuthority("s3.example.org:443");
    }
}
