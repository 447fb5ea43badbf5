package io.bramble.storage.embedded;

import io.bramble.storage.Description;
import io.bramble.storage.ObjectCopy;
import io.bramble.storage.StoreException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Copies from one bucket into another, for which no access key is enough. */
final class Between {
    private static final String OWN = "m:";

    private Between() {}

    static void copy(BucketFolder from, BucketFolder to, ObjectCopy wish, OptionalLong quota) throws IOException {
        var unchanged = Condition.matches(wish.from().etag());
        Condition target = there -> {
            if (wish.onlyIfAbsent() && there != null) {
                throw new StoreException.Taken(wish.toKey());
            }
        };
        var copying =
                new BucketFolder.Copying(wish.from().key(), unchanged, wish.toKey(), target, attributes(wish.as()));
        from.copyInto(to, copying, quota);
    }

    private static @Nullable Map<String, String> attributes(@Nullable Description as) {
        if (as == null) {
            return null;
        }
        var attributes = new HashMap<>(as.headers());
        attributes.put("content-type", as.contentType());
        as.metadata().forEach((name, value) -> attributes.put(OWN + name, value));
        return attributes;
    }

    static StoreException translated(S3Fault fault, ObjectCopy wish) {
        var message = String.valueOf(fault.getMessage());
        return switch (fault.code()) {
            case "NoSuchKey" ->
                new StoreException.NoSuchObject(wish.fromBucket(), wish.from().key());
            case "NoSuchBucket" -> new StoreException.NoSuchBucket(wish.toBucket());
            case "QuotaExceeded" -> new StoreException.QuotaExceeded(message);
            case "StorageFull" -> new StoreException.StorageFull();
            case "PreconditionFailed" -> new StoreException.Changed(wish.from().key());
            default -> new StoreException.Refused(fault.code(), message, fault);
        };
    }
}
