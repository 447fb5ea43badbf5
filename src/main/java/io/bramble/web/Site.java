package io.bramble.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the pages say about this installation; templates read it as {@code @site}. */
@Component("site")
public class Site {
    private static final String SAMPLE_NAMESPACE = "your-namespace";

    private final String url;
    private final String endpoint;
    private final String region;
    private final String termsVersion;
    private final Imprint operator;

    Site(
            @Value("${bramble.url}") String url,
            @Value("${bramble.storage.endpoint}") String endpoint,
            @Value("${bramble.storage.region}") String region,
            @Value("${bramble.terms.version}") String termsVersion,
            Imprint operator) {
        this.url = url.replaceAll("/+$", "");
        this.endpoint = endpoint.replaceAll("/+$", "");
        this.region = region;
        this.termsVersion = termsVersion;
        this.operator = operator;
    }

    public String url() {
        return url;
    }

    /** The S3 endpoint as a customer would write it, with a sample name where theirs would stand. */
    public String endpoint() {
        return endpoint.replace("{namespace}", SAMPLE_NAMESPACE);
    }

    public String region() {
        return region;
    }

    public String termsVersion() {
        return termsVersion;
    }

    public Imprint operator() {
        return operator;
    }
}
