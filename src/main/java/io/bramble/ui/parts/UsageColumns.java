package io.bramble.ui.parts;

import io.bramble.metering.BucketUsage;
import java.math.BigInteger;

/** The columns of a table that say what each bucket holds and used. */
public final class UsageColumns {
    private UsageColumns() {}

    public static void addTo(Table<BucketUsage> list) {
        list.addNumber("Stored now", used -> Holding.size(used.stored()), UsageColumns::exactlyStored);
        var down = list.addNumber(
                "Downloaded",
                used -> bytes(used.total().egressBytes()),
                used -> exact(used.total().egressBytes()));
        var up = list.addNumber(
                "Uploaded",
                used -> bytes(used.total().ingressBytes()),
                used -> exact(used.total().ingressBytes()));
        var requests = list.addNumber("Requests", UsageColumns::requests, UsageColumns::writes);
        list.roomy(down, up, requests);
    }

    private static String exactlyStored(BucketUsage used) {
        return used.stored() == null
                ? "Deleted, or not measured yet"
                : Numbers.exact(used.stored().bytes());
    }

    private static String requests(BucketUsage used) {
        return Numbers.count(
                used.total().requestsA().add(used.total().requestsB()).longValueExact());
    }

    private static String writes(BucketUsage used) {
        return Numbers.count(used.total().requestsA().longValueExact()) + " writes and lists";
    }

    private static String bytes(BigInteger bytes) {
        return Numbers.bytes(bytes.longValueExact());
    }

    private static String exact(BigInteger bytes) {
        return Numbers.exact(bytes.longValueExact());
    }
}
