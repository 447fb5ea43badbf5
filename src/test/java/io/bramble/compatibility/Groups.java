package io.bramble.compatibility;

import java.util.List;

/** The table's parts, in order. */
final class Groups {
    static final String BUCKETS = "Buckets";
    static final String LISTING = "Listing";
    static final String OBJECTS = "Objects";
    static final String CONDITIONAL = "Conditional requests";
    static final String CHECKSUMS = "Checksums";
    static final String MULTIPART = "Multipart uploads";
    static final String SIGNED = "Presigned URLs and signatures";
    static final String STREAMING = "Streaming";
    static final String SYNC = "Copying and synchronising folders";
    static final String KEYS = "Limited keys";
    static final String NAMES = "Awkward names";
    static final String SIZES = "Sizes";

    static final List<String> ALL = List.of(
            BUCKETS, LISTING, OBJECTS, CONDITIONAL, CHECKSUMS, MULTIPART, SIGNED, STREAMING, SYNC, KEYS, NAMES, SIZES);

    private Groups() {}
}
