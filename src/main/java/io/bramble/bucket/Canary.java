package io.bramble.bucket;

import io.bramble.storage.ObjectPage;
import io.bramble.storage.ObjectStore;
import io.bramble.storage.ObjectVersion;
import io.bramble.storage.StoreException;
import io.bramble.storage.VersionStore;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/** The small object by which a pass proves that a bucket can be used. Never shown, never left behind. */
final class Canary {
    static final String PREFIX = ".bramble-canary/";

    /** Always the same name: what a killed pass left is overwritten and removed by the next. */
    private static final String KEY = PREFIX + "probe";

    private static final int BYTES = 1024;
    private static final int MOST_VERSIONS = 100;

    private Canary() {}

    /** The console's keys by their purpose, as programs would come in. */
    record Ways(ObjectStore upload, ObjectStore download, ObjectStore manage) {}

    /**
     * Puts, gets, compares and deletes.
     *
     * @param versions whether the engine may have kept what was deleted
     * @throws StoreException when a step is refused or not answered
     */
    static void probe(String bucket, Ways ways, boolean versions) {
        var sent = new byte[BYTES];
        ThreadLocalRandom.current().nextBytes(sent);
        ways.upload().put(bucket, KEY, sent, "application/octet-stream");
        var got = ways.download().get(bucket, KEY, BYTES);
        ways.manage().delete(bucket, KEY);
        if (versions) erase(bucket, ways.manage().versions());
        if (!Arrays.equals(sent, got))
            throw new StoreException.StoreUnavailable("A test object came back with other bytes.", null);
    }

    /** A locked one stays until its lock ends. */
    private static void erase(String bucket, VersionStore versions) {
        var kept = versions.list(bucket, KEY, null, MOST_VERSIONS).versions();
        if (!kept.isEmpty())
            versions.deleteAll(bucket, kept.stream().map(ObjectVersion::id).toList());
    }

    static boolean owns(String key) {
        return key.startsWith(PREFIX);
    }

    static ObjectPage hide(ObjectPage page) {
        return new ObjectPage(
                page.objects().stream().filter(object -> !owns(object.key())).toList(),
                page.commonPrefixes().stream().filter(prefix -> !owns(prefix)).toList(),
                page.nextToken());
    }
}
