package io.bramble.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bramble.account.InvalidField;
import io.bramble.storage.SecretKey;
import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewEngineTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "s3.example.org",
                "ftp://s3.example.org",
                "https://",
                "https://root:secret@s3.example.org",
                "https://s3.example.org/minio",
                "https://s3.example.org?x=y",
                "https://s3 example.org"
            })
    void an_address_that_cannot_be_is_refused_at_its_field(String address) {
        assertThatThrownBy(() -> wish(address, ""))
                .isInstanceOfSatisfying(InvalidField.class, refusal -> assertThat(refusal.field())
                        .isEqualTo("endpoint"));
    }

    @Test
    void the_administration_is_where_the_endpoint_is_unless_said_otherwise() {
        assertThat(wish("https://s3.example.org/", "").place().adminEndpoint()).hasToString("https://s3.example.org");
        assertThat(wish("https://s3.example.org", "http://10.0.0.7:9000")
                        .place()
                        .adminEndpoint())
                .hasToString("http://10.0.0.7:9000");
    }

    @Test
    void the_secret_is_not_told_by_the_wish() {
        assertThat(wish("https://s3.example.org", "").toString()).doesNotContain("open sesame");
    }

    @Test
    void certificate_errors_are_said_in_words() {
        assertThat(problem(new CertPathBuilderException("unable to find valid certification path")))
                .contains("authority that this machine does not trust");
        assertThat(problem(new CertificateExpiredException("NotAfter: …"))).contains("has expired");
        assertThat(problem(new CertificateException("No name matching s3.example.org found")))
                .contains("for another host name");
        assertThat(CertificateProblem.of(new IOException(new SSLException("Unsupported or unrecognized SSL message"))))
                .contains("does not speak TLS");
        assertThat(CertificateProblem.of(new IOException("Connection refused"))).isNull();
    }

    private static String problem(Exception innermost) {
        var handshake = new SSLHandshakeException("(certificate_unknown) …");
        handshake.initCause(innermost);
        return String.valueOf(CertificateProblem.of(new IOException(handshake)));
    }

    private static NewEngine wish(String endpoint, String adminEndpoint) {
        return new NewEngine("rack", endpoint, adminEndpoint, "", "root", SecretKey.of("open sesame"));
    }
}
