package io.bramble.bucket;

import io.bramble.provisioning.Conditions;
import java.util.List;

/** How far a bucket's making is, for people. */
final class Steps {
    private record Step(String condition, String text) {}

    private static final List<Step> ALL = List.of(
            new Step(Bucket.ENGINE_READY, "waiting for the engine"),
            new Step(Bucket.CONFIGURED, "creating the bucket"),
            new Step(Bucket.KEYS_READY, "creating access"),
            new Step(Bucket.VERIFIED, "testing upload and download"));
    static final int COUNT = ALL.size() + 1;

    private Steps() {}

    /** The number of the step under way, from 1; {@link #COUNT} when all are done. */
    static int number(Conditions conditions) {
        if (conditions.isTrue(Bucket.VERIFIED)) return COUNT;
        for (var i = 0; i < ALL.size(); i++) if (!conditions.isTrue(ALL.get(i).condition())) return i + 1;
        return COUNT;
    }

    static String text(int number) {
        return number == COUNT ? "ready" : ALL.get(number - 1).text();
    }
}
