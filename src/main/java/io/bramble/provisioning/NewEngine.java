package io.bramble.provisioning;

import io.bramble.account.InvalidField;
import io.bramble.storage.Credentials;
import io.bramble.storage.SecretKey;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * A server that an operator wants as an engine.
 *
 * @param name of its storage cluster, 1 to 60 characters
 * @param endpoint what programs will use, as {@code https://s3.example.org}
 * @param adminEndpoint where Bramble reaches the server's administration; empty for the same
 * @param region as the server is configured; empty for us-east-1
 * @param rootUser the server's root user
 */
public record NewEngine(
        String name, String endpoint, String adminEndpoint, String region, String rootUser, SecretKey rootSecret) {
    static final String ENDPOINT = "endpoint";
    static final String ADMIN_ENDPOINT = "adminEndpoint";
    static final String REGION = "region";
    static final String ROOT_USER = "rootUser";
    static final String ROOT_SECRET = "rootSecret";

    public NewEngine {
        name = name.strip();
        region = region.isBlank() ? "us-east-1" : region.strip();
        rootUser = rootUser.strip();
        if (name.isEmpty()) throw new InvalidField("name", "Give it a name, such as the place where it stands.");
        if (name.length() > 60) throw new InvalidField("name", "Use at most 60 characters.");
        uri(ENDPOINT, endpoint);
        if (!adminEndpoint.isBlank()) uri(ADMIN_ENDPOINT, adminEndpoint);
        if (rootUser.isEmpty()) throw new InvalidField(ROOT_USER, "Type the server's root user.");
        if (rootSecret.reveal().isEmpty()) throw new InvalidField(ROOT_SECRET, "Type the root user's secret.");
    }

    Elsewhere place() {
        var open = uri(ENDPOINT, endpoint);
        return new Elsewhere(open, adminEndpoint.isBlank() ? open : uri(ADMIN_ENDPOINT, adminEndpoint), region);
    }

    Credentials root() {
        return new Credentials(rootUser, rootSecret);
    }

    private static URI uri(String field, String text) {
        try {
            var uri = new URI(text.strip().replaceAll("/+$", ""));
            var web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (!web || uri.getHost() == null)
                throw new InvalidField(field, "Begin with https:// or http:// and name a host.");
            if (uri.getUserInfo() != null) throw new InvalidField(field, "Leave user and password out of the address.");
            if (!uri.getRawPath().isEmpty() || uri.getRawQuery() != null || uri.getRawFragment() != null)
                throw new InvalidField(field, "Leave out what comes after host and port: S3 needs the whole host.");
            return uri;
        } catch (URISyntaxException garbled) {
            throw new InvalidField(field, "This is no address. It looks like https://s3.example.org.");
        }
    }
}
