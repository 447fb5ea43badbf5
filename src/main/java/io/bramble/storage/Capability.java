package io.bramble.storage;

/** What engines may lack. */
public enum Capability {
    VERSIONING("object versions"),
    LIFECYCLE("lifecycle rules for objects"),
    OBJECT_LOCK("object lock"),
    OBJECT_TAGS("object tags"),
    CHECKSUMS("checksums of uploads"),
    CONDITIONAL_COPY("copies that never replace anything"),
    BUCKET_TAGS("bucket tags"),
    UPLOAD_EXPIRY("rules for unfinished uploads"),
    BUCKET_CORS("CORS rules per bucket"),
    BUCKET_POLICY("bucket policies"),
    EVENTS("event notifications"),
    METERED_TRAFFIC("traffic counters"),
    EXACT_METERS("usage and traffic exact to the byte and of this moment"),
    EXACT_QUOTA("quota that stops a write before it is too much"),
    ANY_KEY("keys that begin with a slash, or have parts that are empty, . or .., or longer than 255 bytes"),
    NESTED_KEYS("listings of what lies below an object, as a/b below a");

    private final String words;

    Capability(String words) {
        this.words = words;
    }

    /** The thing in plain words, to follow "This engine has no …". */
    public String words() {
        return words;
    }
}
