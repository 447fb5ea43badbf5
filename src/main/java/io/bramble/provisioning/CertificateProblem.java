package io.bramble.provisioning;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why a TLS connection was refused, in words that say what to do. */
final class CertificateProblem {
    private CertificateProblem() {}

    /** @return null if no certificate is to blame */
    static @Nullable String of(Throwable problem) {
        String found = null;
        for (var cause = problem; cause != null; cause = cause.getCause()) {
            var words = words(cause);
            if (words != null) found = words; // the innermost knows best
        }
        return found;
    }

    private static @Nullable String words(Throwable cause) {
        var message = String.valueOf(cause.getMessage());
        return switch (cause) {
            case CertificateExpiredException _ -> "The server's certificate has expired. Renew it there.";
            case CertificateNotYetValidException _ ->
                "The server's certificate is not valid yet. Check the clocks of both machines.";
            case CertPathBuilderException _ ->
                "The server's certificate was issued by an authority that this machine does not trust. Use one of a"
                        + " public authority, or add the issuing one to Java's trust store.";
            case SSLException _
            when message.contains("SSL message") ->
                "The server does not speak TLS at this port. Use http://, or the port of its TLS.";
            case SSLException _ -> "The TLS connection was refused: " + message;
            case java.security.cert.CertificateException _
            when message.startsWith("No ") ->
                "The server's certificate is for another host name. Use the name that it was issued for.";
            default -> null;
        };
    }
}
